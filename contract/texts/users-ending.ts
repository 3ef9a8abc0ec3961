/** The words of staff memberships on the page of a user: leaving, ending the account, coming back. */
export const usersEndingEn = {
  'users.membership.title': 'Staff membership',
  'users.membership.about': 'Only within these periods can this person sign in.',
  'users.membership.from': 'From {day}',
  'users.membership.period': '{start} – {end}',
  'users.membership.now': 'now',
  'users.membership.ahead': 'ahead',
  'users.membership.past': 'past',
  'users.membership.none': 'No staff membership yet.',
  'users.membership.end': 'Set leave date',
  'users.membership.change-end': 'Change leave date',
  'users.membership.take-back': 'Take back leave date',
  'users.membership.reactivate': 'Reactivate',
  'users.leave.title': 'Leave date of {name}',
  'users.leave.about':
    'The leave date is the last day. After that day {name} can no longer sign in and is not billed. Everything stays: roles, schedule, history. You can reactivate later.',
  'users.leave.at-once': 'This day has passed: {name} is deactivated at once and signed out everywhere.',
  'users.leave.after': '{name} can sign in until and including this day.',
  'users.leave.save': 'Save leave date',
  'users.leave.done.past': '{name} is deactivated.',
  'users.leave.done.ahead': '{name} will be deactivated after {day}.',
  'users.end.open': 'Delete',
  'users.end.title': 'End the account of {name}',
  'users.end.about': 'There are two ways. Most of the time a leave date is what you want.',
  'users.end.keep': 'Keep everything: set a leave date',
  'users.end.keep.about':
    'After that day {name} is deactivated: no signing in, not billed. All scheduling data stays. You can reactivate later.',
  'users.end.membership': 'Staff membership',
  'users.end.delete': 'Delete for good',
  'users.end.delete.about':
    'This cannot be undone. {name} is removed from all current and future schedules; past shifts stay in the name of “former employee”. The e-mail address is free again.',
  'users.end.lost': 'What goes with it:',
  'users.end.lost.record': 'name, e-mail address and all other personal details',
  'users.end.lost.sessions':
    '{count, plural, one {# session: signed out at once} other {# sessions: signed out at once}}',
  'users.end.lost.openInvitations': '{count, plural, one {# open invitation} other {# open invitations}}',
  'users.end.lost.waitingMails': '{count, plural, one {# mail that waits} other {# mails that wait}}',
  'users.end.lost.roles': '{count, plural, one {# user role} other {# user roles}}',
  'users.end.lost.organisations':
    'membership of {count, plural, one {# organisation} other {# organisations}}',
  'users.end.lost.groups': '{count, plural, one {# group} other {# groups}}',
  'users.end.lost.mailboxes': '{count, plural, one {# mailbox} other {# mailboxes}}',
  'users.end.lost.administrations': '{count, plural, one {# administration} other {# administrations}}',
  'users.end.lost.futureShifts': '{count, plural, one {# shift ahead} other {# shifts ahead}}',
  'users.end.understand':
    'I understand that the user record and all scheduling data for {name} will be deleted.',
  'users.end.submit': 'Delete',
  'users.end.done': '{name} has been deleted.',
  'users.end.ended': 'The staff membership ended on {day}.',
  'users.reactivate.title': 'Reactivate {name}',
  'users.reactivate.about':
    'A new staff membership begins on the start date; earlier ones stay as history. What comes back:',
  'users.reactivate.sign-in': 'signing in with the same e-mail address and password',
  'users.reactivate.sign-in.new': 'the account, still to be activated: send the welcome mail afterwards',
  'users.reactivate.locked': 'the lock: unlock this user afterwards',
  'users.reactivate.roles':
    '{count, plural, =0 {no user roles: give them afterwards} one {user role {names}} other {user roles {names}}}',
  'users.reactivate.billed': 'a seat that is billed',
  'users.reactivate.submit': 'Reactivate',
  'users.reactivate.done': '{name} is reactivated.',
  'users.reactivate.done.ahead': '{name} will be active again from {day}.',
  'users.reactivate.take-back.title': 'Take back the leave date of {name}',
  'users.reactivate.take-back.about':
    '{name} would be deactivated after {day}. Without a leave date the staff membership goes on.',
  'users.reactivate.take-back.done': '{name} has no leave date any more.',
} as const;

export const usersEndingNl = {
  'users.membership.title': 'Dienstverband',
  'users.membership.about': 'Alleen binnen deze perioden kan deze persoon zich aanmelden.',
  'users.membership.from': 'Vanaf {day}',
  'users.membership.period': '{start} – {end}',
  'users.membership.now': 'nu',
  'users.membership.ahead': 'toekomst',
  'users.membership.past': 'verleden',
  'users.membership.none': 'Nog geen dienstverband.',
  'users.membership.end': 'Datum van uittrede invullen',
  'users.membership.change-end': 'Datum van uittrede wijzigen',
  'users.membership.take-back': 'Datum van uittrede intrekken',
  'users.membership.reactivate': 'Opnieuw activeren',
  'users.leave.title': 'Datum van uittrede van {name}',
  'users.leave.about':
    'De datum van uittrede is de laatste dag. Na die dag kan {name} zich niet meer aanmelden en wordt niet meer gefactureerd. Alles blijft: rollen, rooster, geschiedenis. U kunt later opnieuw activeren.',
  'users.leave.at-once': 'Deze dag is voorbij: {name} wordt meteen gedeactiveerd en overal afgemeld.',
  'users.leave.after': '{name} kan zich aanmelden tot en met deze dag.',
  'users.leave.save': 'Datum van uittrede opslaan',
  'users.leave.done.past': '{name} is gedeactiveerd.',
  'users.leave.done.ahead': '{name} wordt gedeactiveerd na {day}.',
  'users.end.open': 'Verwijderen',
  'users.end.title': 'Account van {name} beëindigen',
  'users.end.about': 'Er zijn twee manieren. Meestal is een datum van uittrede wat u wilt.',
  'users.end.keep': 'Alles bewaren: datum van uittrede invullen',
  'users.end.keep.about':
    'Na die dag is {name} gedeactiveerd: niet aanmelden, niet gefactureerd. Alle planningsgegevens blijven. U kunt later opnieuw activeren.',
  'users.end.membership': 'Dienstverband',
  'users.end.delete': 'Voorgoed verwijderen',
  'users.end.delete.about':
    'Dit kan niet ongedaan worden gemaakt. {name} verdwijnt uit alle huidige en toekomstige roosters; diensten in het verleden blijven op naam van “voormalig medewerker”. Het e-mailadres komt weer vrij.',
  'users.end.lost': 'Wat mee verdwijnt:',
  'users.end.lost.record': 'naam, e-mailadres en alle andere persoonsgegevens',
  'users.end.lost.sessions':
    '{count, plural, one {# sessie: meteen afgemeld} other {# sessies: meteen afgemeld}}',
  'users.end.lost.openInvitations':
    '{count, plural, one {# openstaande uitnodiging} other {# openstaande uitnodigingen}}',
  'users.end.lost.waitingMails': '{count, plural, one {# wachtende mail} other {# wachtende mails}}',
  'users.end.lost.roles': '{count, plural, one {# gebruikersrol} other {# gebruikersrollen}}',
  'users.end.lost.organisations':
    'lidmaatschap van {count, plural, one {# organisatie} other {# organisaties}}',
  'users.end.lost.groups': '{count, plural, one {# groep} other {# groepen}}',
  'users.end.lost.mailboxes': '{count, plural, one {# mailbox} other {# mailboxen}}',
  'users.end.lost.administrations': '{count, plural, one {# administratie} other {# administraties}}',
  'users.end.lost.futureShifts':
    '{count, plural, one {# dienst in de toekomst} other {# diensten in de toekomst}}',
  'users.end.understand':
    'Ik begrijp dat het gebruikersprofiel en alle planningsgegevens voor {name} zullen worden verwijderd.',
  'users.end.submit': 'Verwijderen',
  'users.end.done': '{name} is verwijderd.',
  'users.end.ended': 'Het dienstverband is geëindigd op {day}.',
  'users.reactivate.title': '{name} opnieuw activeren',
  'users.reactivate.about':
    'Op de begindatum begint een nieuw dienstverband; eerdere blijven als geschiedenis. Wat terugkomt:',
  'users.reactivate.sign-in': 'aanmelden met hetzelfde e-mailadres en wachtwoord',
  'users.reactivate.sign-in.new':
    'het account, dat nog moet worden geactiveerd: verstuur daarna de welkomstmail',
  'users.reactivate.locked': 'de blokkade: deblokkeer deze gebruiker daarna',
  'users.reactivate.roles':
    '{count, plural, =0 {geen gebruikersrollen: geef die daarna} one {gebruikersrol {names}} other {gebruikersrollen {names}}}',
  'users.reactivate.billed': 'een plaats die wordt gefactureerd',
  'users.reactivate.submit': 'Opnieuw activeren',
  'users.reactivate.done': '{name} is opnieuw geactiveerd.',
  'users.reactivate.done.ahead': '{name} is weer actief vanaf {day}.',
  'users.reactivate.take-back.title': 'Datum van uittrede van {name} intrekken',
  'users.reactivate.take-back.about':
    '{name} wordt nu gedeactiveerd na {day}. Zonder datum van uittrede gaat het dienstverband door.',
  'users.reactivate.take-back.done': '{name} heeft geen datum van uittrede meer.',
} as const satisfies Record<keyof typeof usersEndingEn, string>;
