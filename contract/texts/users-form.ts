/** The words of the form of a user, and of making one. */
export const usersFormEn = {
  'users.form.who': 'Who',
  'users.form.contact': 'Contact',
  'users.form.more.about': 'Numbers and username',
  'users.form.locale': 'Language and time zone',
  'users.form.infix.hint': 'van der',
  'users.form.username.about': 'Left empty, Muster makes one from the e-mail address.',
  'users.form.username.about-change': 'One can sign in with this too.',
  'users.form.email.shared':
    'This looks like an address that several people read. An account is for one person: otherwise nobody can tell who did what. You can go on.',
  'users.form.email.taken': '{name} already has this e-mail address.',
  'users.form.email.open': 'Open the page of {name}',
  'users.form.email.reactivate': 'Reactivate {name}',
  'users.new.title': 'Create user',
  'users.new.roles.about': 'What this person may do. One role can be enough; you can change it later.',
  'users.new.membership': 'Staff membership',
  'users.new.membership.about':
    'From the start date this person can sign in, until and including the leave date.',
  'users.new.leaves-on.about': 'Leave empty when it is not known.',
  'users.new.no-mail': 'Do not send a message about this account yet',
  'users.new.no-mail.about':
    'Otherwise this person gets a mail right away with a link to activate the account and choose a password. You can send that mail later, too.',
  'users.new.message': 'Message',
  'users.new.submit': 'Create',
  'users.roles.search': 'Search roles',
  'users.roles.until': 'until and including {day}',
  'users.roles.above': 'Gives rights that you do not have yourself',
  'users.roles.none': 'No roles',
  'users.roles.none.about': 'This person can sign in, but may only change their own profile.',
  'users.roles.no-right': 'You do not have the right to give roles.',
} as const;

export const usersFormNl = {
  'users.form.who': 'Wie',
  'users.form.contact': 'Contact',
  'users.form.more.about': 'Nummers en gebruikersnaam',
  'users.form.locale': 'Taal en tijdzone',
  'users.form.infix.hint': 'van der',
  'users.form.username.about': 'Laat u dit leeg, dan maakt Muster er een van het e-mailadres.',
  'users.form.username.about-change': 'Hiermee kan ook worden aangemeld.',
  'users.form.email.shared':
    'Dit lijkt een adres dat meer mensen lezen. Een account is voor één persoon: anders is niet te zien wie wat deed. U kunt wel doorgaan.',
  'users.form.email.taken': '{name} heeft dit e-mailadres al.',
  'users.form.email.open': 'Pagina van {name} openen',
  'users.form.email.reactivate': '{name} opnieuw activeren',
  'users.new.title': 'Gebruiker aanmaken',
  'users.new.roles.about': 'Wat deze persoon mag. Eén rol kan genoeg zijn; u kunt het later wijzigen.',
  'users.new.membership': 'Dienstverband',
  'users.new.membership.about':
    'Vanaf de begindatum kan deze persoon zich aanmelden, tot en met de datum van uittrede.',
  'users.new.leaves-on.about': 'Laat leeg als die niet bekend is.',
  'users.new.no-mail': 'Nog geen bericht over dit account versturen',
  'users.new.no-mail.about':
    'Anders krijgt deze persoon meteen een mail met een link om het account te activeren en een wachtwoord te kiezen. U kunt die mail ook later versturen.',
  'users.new.message': 'Bericht',
  'users.new.submit': 'Aanmaken',
  'users.roles.search': 'Rollen zoeken',
  'users.roles.until': 'tot en met {day}',
  'users.roles.above': 'Geeft rechten die u zelf niet hebt',
  'users.roles.none': 'Geen rollen',
  'users.roles.none.about': 'Deze persoon kan zich aanmelden, maar kan alleen het eigen profiel wijzigen.',
  'users.roles.no-right': 'U hebt niet het recht om rollen te geven.',
} as const satisfies Record<keyof typeof usersFormEn, string>;
