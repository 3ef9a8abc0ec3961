/** The queue of the job that sends what is due. */
export const sendQueue = 'outbox.send';
