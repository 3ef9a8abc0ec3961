/** The words of the page of a user: details, saving, admin access, history. */
export const usersPageEn = {
  'users.page.crumb': 'Users',
  'users.page.details': 'Details',
  'users.page.no-right': 'You can look at this, but your roles do not give the right to change it.',
  'users.page.pending-email.withdraw': 'Withdraw',
  'users.page.pending-email.withdrawn': '{email} was withdrawn. The address stays as it was.',
  'users.page.pending-email':
    '{email} still has to be confirmed with the link in the mail to that address. Until then {current} counts.',
  'users.page.email.when': 'When does the new address count?',
  'users.page.email.confirmed': 'After confirmation by the new address (recommended)',
  'users.page.email.confirmed.about':
    'A mail with a link goes to the new address. The old address counts until the link is used.',
  'users.page.email.at-once': 'At once',
  'users.page.email.at-once.about':
    'For when you are sure that the address is right. This person is signed out everywhere.',
  'users.page.email.pending-account':
    'The account has not been activated yet, so the new address counts at once. An invitation that is under way goes to the new address.',
  'users.page.sign-in-names.above':
    'This person has rights that you do not have, so their e-mail address and username are changed by others.',
  'users.page.missing': 'This user is not here',
  'users.page.missing.text':
    'The user may have been deleted, or the address is not complete. Look for the name in the list.',
  'users.page.missing.list': 'Go to the list of users',
  'users.save.unsaved': 'Unsaved changes: {parts}',
  'users.save.discard': 'Undo changes',
  'users.save.bar': 'Unsaved changes',
  'users.save.done': 'The changes to {name} are saved.',
  'users.save.email-asked': 'A mail to confirm the new address is on its way.',
  'users.save.details': 'details',
  'users.save.roles': 'user roles',
  'users.save.groups': 'groups',
  'users.save.admin': 'admin access',
  'users.save.partly': 'Saved: {done}. Not saved: {failed}.',
  'users.save.untouched': 'not changed by you',
  'users.save.yes': 'Yes',
  'users.save.no': 'No',
  'users.admin.title': 'Admin access',
  'users.admin.grant': 'Grant admin access',
  'users.admin.about':
    'Admin access gives every right, including giving admin access to others and deleting people. It is not a role.',
  'users.admin.will-grant': 'After saving, {name} may do everything.',
  'users.admin.will-take': 'After saving, {name} keeps only the rights of their roles.',
  'users.admin.only-administrators': 'Only people with admin access can change this.',
  'users.admin.has': 'Has admin access',
  'users.admin.has-not': 'No admin access',
  'users.admin.own.title': 'Take away your own admin access?',
  'users.admin.own.text':
    'You keep only the rights of your roles. You cannot give admin access back to yourself; another administrator can.',
  'users.admin.own.confirm': 'Take away my admin access',
  'users.history.title': 'History',
  'users.history.by': 'by {name}',
  'users.history.more': 'Show older',
  'users.history.empty': 'Nothing has been done yet.',
} as const;

export const usersPageNl = {
  'users.page.crumb': 'Gebruikers',
  'users.page.details': 'Gegevens',
  'users.page.no-right': 'U kunt dit bekijken, maar uw rollen geven niet het recht om het te wijzigen.',
  'users.page.pending-email.withdraw': 'Intrekken',
  'users.page.pending-email.withdrawn': '{email} is ingetrokken. Het adres blijft zoals het was.',
  'users.page.pending-email':
    '{email} moet nog worden bevestigd met de link in de mail aan dat adres. Tot dan geldt {current}.',
  'users.page.email.when': 'Wanneer geldt het nieuwe adres?',
  'users.page.email.confirmed': 'Na bevestiging door het nieuwe adres (aanbevolen)',
  'users.page.email.confirmed.about':
    'Er gaat een mail met een link naar het nieuwe adres. Het oude adres geldt tot de link is gebruikt.',
  'users.page.email.at-once': 'Meteen',
  'users.page.email.at-once.about':
    'Als u zeker weet dat het adres klopt. Deze persoon wordt overal afgemeld.',
  'users.page.email.pending-account':
    'Het account is nog niet geactiveerd. Daarom geldt het nieuwe adres meteen. Een lopende uitnodiging gaat naar het nieuwe adres.',
  'users.page.sign-in-names.above':
    'Deze persoon heeft rechten die u niet hebt. Daarom wijzigt iemand anders het e-mailadres en de gebruikersnaam.',
  'users.page.missing': 'Deze gebruiker is er niet',
  'users.page.missing.text':
    'Misschien is de gebruiker verwijderd, of is het adres niet volledig. Zoek de naam in de lijst.',
  'users.page.missing.list': 'Naar de lijst van gebruikers',
  'users.save.unsaved': 'Niet opgeslagen: {parts}',
  'users.save.discard': 'Ongedaan maken',
  'users.save.bar': 'Niet-opgeslagen wijzigingen',
  'users.save.done': 'De wijzigingen van {name} zijn opgeslagen.',
  'users.save.email-asked': 'Er is een mail onderweg om het nieuwe adres te bevestigen.',
  'users.save.details': 'gegevens',
  'users.save.roles': 'gebruikersrollen',
  'users.save.groups': 'groepen',
  'users.save.admin': 'admin-toegang',
  'users.save.partly': 'Opgeslagen: {done}. Niet opgeslagen: {failed}.',
  'users.save.untouched': 'niet door u gewijzigd',
  'users.save.yes': 'Ja',
  'users.save.no': 'Nee',
  'users.admin.title': 'Admin-toegang',
  'users.admin.grant': 'Geef admin-toegang',
  'users.admin.about':
    'Admin-toegang geeft alle rechten, ook anderen admin-toegang geven en mensen verwijderen. Het is geen rol.',
  'users.admin.will-grant': 'Na het opslaan mag {name} alles.',
  'users.admin.will-take': 'Na het opslaan houdt {name} alleen de rechten van de eigen rollen.',
  'users.admin.only-administrators': 'Alleen mensen met admin-toegang kunnen dit wijzigen.',
  'users.admin.has': 'Heeft admin-toegang',
  'users.admin.has-not': 'Geen admin-toegang',
  'users.admin.own.title': 'Uw eigen admin-toegang afnemen?',
  'users.admin.own.text':
    'U houdt alleen de rechten van uw rollen. U kunt uzelf geen admin-toegang teruggeven; een andere beheerder kan dat wel.',
  'users.admin.own.confirm': 'Mijn admin-toegang afnemen',
  'users.history.title': 'Geschiedenis',
  'users.history.by': 'door {name}',
  'users.history.more': 'Oudere tonen',
  'users.history.empty': 'Er is nog niets gedaan.',
} as const satisfies Record<keyof typeof usersPageEn, string>;
