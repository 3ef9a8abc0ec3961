/**
 * The words of mails. `by` is a person, `hasBy` says whether there is one; `until` a moment; plain sentences, so
 * that they read the same as text and as HTML.
 */
export const mailsEn = {
  'mails.greeting': '{hasName, select, yes {Hello {name},} other {Hello,}}',
  'mails.until': 'The link works once, until {until}.',
  'mails.link-in-words': 'Does the button not work? Copy this link to the address bar of your browser:',
  'mails.footer':
    'This mail was sent automatically by {organisation}. {hasSupport, select, yes {Questions? Mail {support}.} other {Questions? Ask an administrator of your organisation.}}',
  'mails.link-masked': '(the link is not shown here)',
  'mails.activation.subject': 'Activate your account at {organisation}',
  'mails.activation.title': 'Activate your account',
  'mails.activation.about':
    '{hasBelongsTo, select, yes {{hasBy, select, yes {{by} invites you to become a member of {belongsTo} at {organisation}.} other {You are invited to become a member of {belongsTo} at {organisation}.}} Choose a password of your own, and you can sign in. On the same page you can decline the invitation.} other {{hasBy, select, yes {{by} has made an account for you at {organisation}.} other {An account has been made for you at {organisation}.}} Choose a password of your own, and you can sign in.}}',
  'mails.activation.button': 'Choose a password',
  'mails.activation.not-you':
    'Did you not expect this mail? Then you need not do anything: nobody can use the account without the link in this mail.',
  'mails.reminder.subject': 'Reminder: activate your account at {organisation}',
  'mails.reminder.title': 'Your account is still waiting',
  'mails.reminder.about':
    '{hasBelongsTo, select, yes {{hasBy, select, yes {{by} invited you to become a member of {belongsTo} at {organisation}, and you have not answered yet.} other {You were invited to become a member of {belongsTo} at {organisation}, and you have not answered yet.}} Choose a password of your own, and you can sign in. On the same page you can decline the invitation.} other {{hasBy, select, yes {{by} made an account for you at {organisation}, which you have not activated yet.} other {An account was made for you at {organisation}, which you have not activated yet.}} Choose a password of your own, and you can sign in.}} The link in the earlier mail no longer works.',
  'mails.reminder.button': 'Choose a password',
  'mails.reminder.not-you':
    'Did you not expect this mail? Then you need not do anything: you are not reminded again, and nobody can use the account without the link in this mail.',
  'mails.reset.subject': 'Choose a new password for {organisation}',
  'mails.reset.title': 'Choose a new password',
  'mails.reset.about':
    '{hasBy, select, yes {{by} asks you to choose a new password for your account at {organisation}.} other {Somebody, probably you, asked for a new password for your account at {organisation}.}}',
  'mails.reset.button': 'Choose a new password',
  'mails.reset.not-you':
    'Was it not you? Then you need not do anything: your password stays as it is. Do not pass this mail on.',
  'mails.locked.subject':
    '{delayed, select, yes {Signing in at {organisation} is paused} other {Your account at {organisation} is locked}}',
  'mails.locked.title': '{delayed, select, yes {Signing in is paused} other {Your account is locked}}',
  'mails.locked.about':
    'A wrong password or code was entered for your account at {organisation} too many times. {delayed, select, yes {You can sign in again after {until}.} other {{byStranger, select, yes {Until it is unlocked you can sign in only where you signed in before.} other {It has to be unlocked before you can sign in again on that device.}}}}',
  'mails.locked.next':
    '{delayed, select, yes {Did you forget your password? Ask for a new one on the sign-in page.} other {{hasSupport, select, yes {Ask {support} to unlock your account.} other {Ask an administrator of your organisation to unlock your account.}}}}',
  'mails.locked.not-you':
    'Was it not you? Then somebody else tried your account. {hasSupport, select, yes {Tell {support}} other {Tell an administrator}}, and choose a new password as soon as you can sign in.',
  'mails.email-confirm.subject': 'Confirm your new e-mail address for {organisation}',
  'mails.email-confirm.title': 'Confirm your new e-mail address',
  'mails.email-confirm.about':
    '{hasBy, select, yes {{by} wants to use {email} for your account at {organisation}.} other {You want to use {email} for your account at {organisation}.}} Confirm that this address is yours. From then on you sign in with it.',
  'mails.email-confirm.button': 'Confirm this address',
  'mails.email-confirm.not-you':
    'Is this not your account? Then you need not do anything: without your confirmation nothing changes.',
  'mails.email-changed.subject': 'Your e-mail address for {organisation} is being changed',
  'mails.email-changed.title': 'Your e-mail address is being changed',
  'mails.email-changed.about':
    '{hasBy, select, yes {{by} changes the e-mail address of your account at {organisation} to {newEmail}.} other {The e-mail address of your account at {organisation} is being changed to {newEmail}.}} {confirmed, select, yes {From now on you sign in with the new address.} other {Until the new address has been confirmed you sign in as you are used to.}}',
  'mails.email-changed.not-you':
    'Was it not you, and did you not ask for it? {hasSupport, select, yes {Tell {support}} other {Tell an administrator of your organisation}} at once.',
  'mails.made-member.subject': 'You are now a member of {belongsTo}',
  'mails.made-member.title': 'You are now a member of {belongsTo}',
  'mails.made-member.about':
    '{hasBy, select, yes {{by} has made you a member of {belongsTo} at {organisation}.} other {You have been made a member of {belongsTo} at {organisation}.}} You sign in as you are used to.',
  'mails.made-member.not-you':
    'Did you not expect this? {hasSupport, select, yes {Tell {support}.} other {Tell an administrator of your organisation.}}',
  'mails.invitation-declined.subject': '{about} has declined your invitation',
  'mails.invitation-declined.title': 'The invitation was declined',
  'mails.invitation-declined.about':
    '{about} does not want to become a member of {belongsTo}. The account that was made for the invitation has been erased.',
  'mails.invitation-declined.not-you':
    'Was this a mistake? Then invite {about} again on the page of {belongsTo}, under Members.',
  'mails.request-made.subject': 'Request: {about} as a member of {belongsTo}',
  'mails.request-made.title': 'Somebody asks for a new member',
  'mails.request-made.about':
    '{hasBy, select, yes {{by} asks to add {about} to {belongsTo}.} other {You are asked to add {about} to {belongsTo}.}} {hasNote, select, yes {Note: {note}} other {}}',
  'mails.request-made.next': 'Approve or decline it in Muster, under Requests.',
  'mails.request-made.button': 'Open the requests',
  'mails.request-made.not-you':
    'You get this mail because you can decide about requests at {organisation}. One decision is enough.',
  'mails.request-decided.subject':
    '{approved, select, yes {Your request for {about} was approved} other {Your request for {about} was declined}}',
  'mails.request-decided.title':
    '{approved, select, yes {Your request was approved} other {Your request was declined}}',
  'mails.request-decided.about':
    '{hasBy, select, yes {{by} has decided on your request.} other {There is a decision on your request.}} {approved, select, yes {{about} is now a member of {belongsTo} and gets a mail about it.} other {{about} was not added to {belongsTo}.}}',
  'mails.request-decided.not-you':
    'Questions about this decision? {hasSupport, select, yes {Ask {support}.} other {Ask an administrator of your organisation.}}',
  'mails.group-message.subject': '{heading}',
  'mails.group-message.title': '{heading}',
  'mails.group-message.about': '{message}',
  'mails.group-message.not-you':
    '{hasBy, select, yes {{by} sent this message to everybody in {group}.} other {This message was sent to everybody in {group}.}}',
  'mails.personnel-file.subject':
    '{outcome, select, works {Personnel file {file}: works again} brake {Personnel file {file}: waits for you} other {Personnel file {file}: went wrong}}',
  'mails.personnel-file.title':
    '{outcome, select, works {The personnel file works again} brake {The personnel file waits for you} other {The personnel file went wrong}}',
  'mails.personnel-file.about':
    '{outcome, select, works {The personnel file {file} was fetched and done.} other {The personnel file {file} was not done. {reason}}}',
  'mails.personnel-file.next':
    '{outcome, select, works {You need not do anything.} brake {Look at it in Muster under Import › Personnel files, and let it go on or throw it away.} other {Look at it in Muster under Import › Personnel files. You get no further mail about the same trouble.}}',
  'mails.personnel-file.not-you':
    'You get this mail because you are an administrator, or the link acts in your name.',
  'mails.test.subject': 'Test mail from {organisation}',
  'mails.test.title': 'Mail works',
  'mails.test.about':
    '{hasBy, select, yes {{by} sent this mail to see whether the mail server of {organisation} is set well.} other {This mail was sent to see whether the mail server of {organisation} is set well.}} If you read this, it is.',
  'mails.test.not-you': 'You need not do anything.',
  'mails.kind.activation': 'Activation',
  'mails.kind.reminder': 'Reminder',
  'mails.kind.reset': 'New password',
  'mails.kind.locked': 'Account locked',
  'mails.kind.email-confirm': 'Confirm address',
  'mails.kind.email-changed': 'Address changed',
  'mails.kind.made-member': 'New membership',
  'mails.kind.invitation-declined': 'Invitation declined',
  'mails.kind.request-made': 'New request',
  'mails.kind.request-decided': 'Request decided',
  'mails.kind.group-message': 'Group message',
  'mails.kind.personnel-file': 'Personnel file',
  'mails.kind.test': 'Test mail',
  'mails.state.waiting': 'Waiting',
  'mails.state.sent': 'Sent',
  'mails.state.held': 'Held',
  'mails.state.failed': 'Failed',
  'mails.failure.link-expired': 'The link in this mail has expired, so it was not sent.',
  'mails.failure.link-used': 'The link in this mail has been used already, so it was not sent.',
  'mails.failure.link-revoked': 'The link in this mail was replaced by a newer one, so it was not sent.',
} as const;

export const mailsNl = {
  'mails.greeting': '{hasName, select, yes {Dag {name},} other {Dag,}}',
  'mails.until': 'De link werkt één keer, tot {until}.',
  'mails.link-in-words': 'Werkt de knop niet? Kopieer dan deze link naar de adresbalk van uw browser:',
  'mails.footer':
    'Deze mail is automatisch verstuurd door {organisation}. {hasSupport, select, yes {Vragen? Mail naar {support}.} other {Vragen? Stel ze aan een beheerder van uw organisatie.}}',
  'mails.link-masked': '(de link wordt hier niet getoond)',
  'mails.activation.subject': 'Activeer uw account bij {organisation}',
  'mails.activation.title': 'Activeer uw account',
  'mails.activation.about':
    '{hasBelongsTo, select, yes {{hasBy, select, yes {{by} nodigt u uit om lid te worden van {belongsTo} bij {organisation}.} other {U bent uitgenodigd om lid te worden van {belongsTo} bij {organisation}.}} Kies een eigen wachtwoord en u kunt zich aanmelden. Op dezelfde pagina kunt u de uitnodiging afslaan.} other {{hasBy, select, yes {{by} heeft een account voor u gemaakt bij {organisation}.} other {Er is een account voor u gemaakt bij {organisation}.}} Kies zelf een wachtwoord, dan kunt u zich aanmelden.}}',
  'mails.activation.button': 'Wachtwoord kiezen',
  'mails.activation.not-you':
    'Verwachtte u deze mail niet? Dan hoeft u niets te doen: zonder de link in deze mail kan niemand het account gebruiken.',
  'mails.reminder.subject': 'Herinnering: activeer uw account bij {organisation}',
  'mails.reminder.title': 'Uw account wacht nog op u',
  'mails.reminder.about':
    '{hasBelongsTo, select, yes {{hasBy, select, yes {{by} heeft u uitgenodigd om lid te worden van {belongsTo} bij {organisation}. U hebt nog niet geantwoord.} other {U bent uitgenodigd om lid te worden van {belongsTo} bij {organisation}. U hebt nog niet geantwoord.}} Kies een eigen wachtwoord, dan kunt u zich aanmelden. Op dezelfde pagina kunt u de uitnodiging afslaan.} other {{hasBy, select, yes {{by} heeft een account voor u gemaakt bij {organisation}. U hebt het nog niet geactiveerd.} other {Er is een account voor u gemaakt bij {organisation}. U hebt het nog niet geactiveerd.}} Kies een eigen wachtwoord, dan kunt u zich aanmelden.}} De link in de eerdere mail werkt niet meer.',
  'mails.reminder.button': 'Wachtwoord kiezen',
  'mails.reminder.not-you':
    'Verwachtte u deze mail niet? Dan hoeft u niets te doen: u krijgt geen herinnering meer, en niemand kan het account gebruiken zonder de link in deze mail.',
  'mails.reset.subject': 'Kies een nieuw wachtwoord voor {organisation}',
  'mails.reset.title': 'Kies een nieuw wachtwoord',
  'mails.reset.about':
    '{hasBy, select, yes {{by} vraagt u een nieuw wachtwoord te kiezen voor uw account bij {organisation}.} other {Iemand, waarschijnlijk u zelf, heeft een nieuw wachtwoord gevraagd voor uw account bij {organisation}.}}',
  'mails.reset.button': 'Nieuw wachtwoord kiezen',
  'mails.reset.not-you':
    'Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is. Stuur deze mail niet door.',
  'mails.locked.subject':
    '{delayed, select, yes {Aanmelden bij {organisation} kan even niet} other {Uw account bij {organisation} is geblokkeerd}}',
  'mails.locked.title': '{delayed, select, yes {Aanmelden kan even niet} other {Uw account is geblokkeerd}}',
  'mails.locked.about':
    'Voor uw account bij {organisation} is te vaak een onjuist wachtwoord of een onjuiste code ingevuld. {delayed, select, yes {Na {until} kunt u zich weer aanmelden.} other {{byStranger, select, yes {Tot het gedeblokkeerd is, kunt u zich alleen aanmelden waar u dat al eerder deed.} other {Het moet eerst gedeblokkeerd worden voordat u zich op dat apparaat weer kunt aanmelden.}}}}',
  'mails.locked.next':
    '{delayed, select, yes {Bent u uw wachtwoord vergeten? Vraag dan een nieuw aan op de aanmeldpagina.} other {{hasSupport, select, yes {Vraag {support} om uw account te deblokkeren.} other {Vraag een beheerder van uw organisatie om uw account te deblokkeren.}}}}',
  'mails.locked.not-you':
    'Was u dit niet? Dan heeft iemand anders het bij uw account geprobeerd. Meld dat aan {hasSupport, select, yes {{support}} other {een beheerder}} en kies een nieuw wachtwoord zodra u zich weer kunt aanmelden.',
  'mails.email-confirm.subject': 'Bevestig uw nieuwe e-mailadres voor {organisation}',
  'mails.email-confirm.title': 'Bevestig uw nieuwe e-mailadres',
  'mails.email-confirm.about':
    '{hasBy, select, yes {{by} wil {email} gebruiken voor uw account bij {organisation}.} other {U wilt {email} gebruiken voor uw account bij {organisation}.}} Bevestig dat dit adres van u is. Daarna meldt u zich ermee aan.',
  'mails.email-confirm.button': 'Dit adres bevestigen',
  'mails.email-confirm.not-you':
    'Is dit niet uw account? Dan hoeft u niets te doen: zonder uw bevestiging verandert er niets.',
  'mails.email-changed.subject': 'Uw e-mailadres voor {organisation} wordt gewijzigd',
  'mails.email-changed.title': 'Uw e-mailadres wordt gewijzigd',
  'mails.email-changed.about':
    '{hasBy, select, yes {{by} wijzigt het e-mailadres van uw account bij {organisation} in {newEmail}.} other {Het e-mailadres van uw account bij {organisation} wordt gewijzigd in {newEmail}.}} {confirmed, select, yes {U meldt zich vanaf nu aan met het nieuwe adres.} other {Tot het nieuwe adres is bevestigd, meldt u zich aan zoals u gewend bent.}}',
  'mails.email-changed.not-you':
    'Was u dit niet en hebt u er niet om gevraagd? Meld dat dan meteen aan {hasSupport, select, yes {{support}} other {een beheerder van uw organisatie}}.',
  'mails.made-member.subject': 'U bent nu lid van {belongsTo}',
  'mails.made-member.title': 'U bent nu lid van {belongsTo}',
  'mails.made-member.about':
    '{hasBy, select, yes {{by} heeft u lid gemaakt van {belongsTo} bij {organisation}.} other {U bent lid gemaakt van {belongsTo} bij {organisation}.}} U meldt zich aan zoals u gewend bent.',
  'mails.made-member.not-you':
    'Verwachtte u dit niet? Meld dat aan {hasSupport, select, yes {{support}} other {een beheerder van uw organisatie}}.',
  'mails.invitation-declined.subject': '{about} heeft uw uitnodiging afgeslagen',
  'mails.invitation-declined.title': 'De uitnodiging is afgeslagen',
  'mails.invitation-declined.about':
    '{about} wil geen lid worden van {belongsTo}. Het account dat voor de uitnodiging was gemaakt, is gewist.',
  'mails.invitation-declined.not-you':
    'Was dit een vergissing? Nodig {about} dan opnieuw uit op de pagina van {belongsTo}, onder Leden.',
  'mails.request-made.subject': 'Aanvraag: {about} als lid van {belongsTo}',
  'mails.request-made.title': 'Iemand vraagt een nieuw lid aan',
  'mails.request-made.about':
    '{hasBy, select, yes {{by} vraagt om {about} toe te voegen aan {belongsTo}.} other {U wordt gevraagd {about} toe te voegen aan {belongsTo}.}} {hasNote, select, yes {Toelichting: {note}} other {}}',
  'mails.request-made.next': 'Keur de aanvraag goed of af in Muster, onder Aanvragen.',
  'mails.request-made.button': 'Aanvragen openen',
  'mails.request-made.not-you':
    'U krijgt deze mail omdat u bij {organisation} over aanvragen beslist. Eén besluit is genoeg.',
  'mails.request-decided.subject':
    '{approved, select, yes {Uw aanvraag voor {about} is goedgekeurd} other {Uw aanvraag voor {about} is afgewezen}}',
  'mails.request-decided.title':
    '{approved, select, yes {Uw aanvraag is goedgekeurd} other {Uw aanvraag is afgewezen}}',
  'mails.request-decided.about':
    '{hasBy, select, yes {{by} heeft over uw aanvraag beslist.} other {Er is over uw aanvraag beslist.}} {approved, select, yes {{about} is nu lid van {belongsTo} en krijgt daarover een mail.} other {{about} is niet toegevoegd aan {belongsTo}.}}',
  'mails.request-decided.not-you':
    'Vragen over dit besluit? Stel ze aan {hasSupport, select, yes {{support}} other {een beheerder van uw organisatie}}.',
  'mails.group-message.subject': '{heading}',
  'mails.group-message.title': '{heading}',
  'mails.group-message.about': '{message}',
  'mails.group-message.not-you':
    '{hasBy, select, yes {{by} heeft dit bericht gestuurd aan iedereen in {group}.} other {Dit bericht is gestuurd aan iedereen in {group}.}}',
  'mails.personnel-file.subject':
    '{outcome, select, works {Personeelsbestand {file}: werkt weer} brake {Personeelsbestand {file}: wacht op u} other {Personeelsbestand {file}: ging mis}}',
  'mails.personnel-file.title':
    '{outcome, select, works {Het personeelsbestand werkt weer} brake {Het personeelsbestand wacht op u} other {Het personeelsbestand ging mis}}',
  'mails.personnel-file.about':
    '{outcome, select, works {Het personeelsbestand {file} is opgehaald en verwerkt.} other {Het personeelsbestand {file} is niet verwerkt. {reason}}}',
  'mails.personnel-file.next':
    '{outcome, select, works {U hoeft niets te doen.} brake {Bekijk het in Muster bij Import › Personeelsbestanden, en laat het doorgaan of gooi het weg.} other {Bekijk het in Muster bij Import › Personeelsbestanden. Over hetzelfde probleem krijgt u geen mail meer.}}',
  'mails.personnel-file.not-you':
    'U krijgt deze mail omdat u beheerder bent, of omdat de koppeling namens u handelt.',
  'mails.test.subject': 'Testmail van {organisation}',
  'mails.test.title': 'De mail werkt',
  'mails.test.about':
    '{hasBy, select, yes {{by} heeft deze mail verstuurd om te zien of de mailserver van {organisation} goed is ingesteld.} other {Deze mail is verstuurd om te zien of de mailserver van {organisation} goed is ingesteld.}} Als u dit leest, is dat zo.',
  'mails.test.not-you': 'U hoeft niets te doen.',
  'mails.kind.activation': 'Activering',
  'mails.kind.reminder': 'Herinnering',
  'mails.kind.reset': 'Nieuw wachtwoord',
  'mails.kind.locked': 'Account geblokkeerd',
  'mails.kind.email-confirm': 'Adres bevestigen',
  'mails.kind.email-changed': 'Adres gewijzigd',
  'mails.kind.made-member': 'Nieuw lidmaatschap',
  'mails.kind.invitation-declined': 'Uitnodiging afgeslagen',
  'mails.kind.request-made': 'Nieuwe aanvraag',
  'mails.kind.request-decided': 'Besluit op aanvraag',
  'mails.kind.group-message': 'Groepsbericht',
  'mails.kind.personnel-file': 'Personeelsbestand',
  'mails.kind.test': 'Testmail',
  'mails.state.waiting': 'Wacht',
  'mails.state.sent': 'Verstuurd',
  'mails.state.held': 'Aangehouden',
  'mails.state.failed': 'Mislukt',
  'mails.failure.link-expired': 'De link in deze mail is verlopen. Daarom is hij niet verstuurd.',
  'mails.failure.link-used': 'De link in deze mail is al gebruikt. Daarom is hij niet verstuurd.',
  'mails.failure.link-revoked':
    'De link in deze mail is vervangen door een nieuwere. Daarom is hij niet verstuurd.',
} as const satisfies Record<keyof typeof mailsEn, string>;
