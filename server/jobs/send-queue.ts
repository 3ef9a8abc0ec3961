/** The queue of the job that sends the mail that is due: named here, for the settings ask for it too. */
export const sendQueue = 'outbox.send';
