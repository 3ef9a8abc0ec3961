/** The pages behind the link of an invitation, and what became of links that do not work any more. */
export const invitationsEn = {
  'invitation.title': 'Become a member of {organisations}',
  'invitation.about':
    '{hasBy, select, yes {{by} invites you, {email}.} other {You are invited, {email}.}} Choose a password to accept.',
  'invitation.accept': 'Accept and activate my account',
  'invitation.decline': 'No, decline the invitation',
  'invitation.decline.title': 'Decline the invitation of {organisations}?',
  'invitation.decline.text':
    'Your address is erased here, and whoever invited you is told. To come in later, you have to be invited again.',
  'invitation.decline.submit': 'Decline',
  'invitation.declined.title': 'You have declined the invitation',
  'invitation.declined.about':
    'Your address has been erased and whoever invited you is told. You can close this page.',
  'links.used.title': 'This link has been used already',
  'links.used.about': 'Each link works once.',
  'links.used.next':
    'Have you chosen a password with it? Then sign in. Forgotten it? Ask for a new one there.',
  'links.replaced.title': 'There is a newer link',
  'links.replaced.about':
    'This one was replaced by a newer mail, or your account was made ready in another way.',
  'links.replaced.next': 'Look for the newest mail. Do you have a password already? Then sign in.',
  'links.withdrawn.title': 'This invitation does not hold any more',
  'links.withdrawn.about':
    'Whoever sent it may not invite people any more. Ask the organisation to invite you again.',
  'links.invalid.title': 'This link does not work',
  'links.invalid.about':
    'Part of the address may have been lost, or what the link was for does not hold any more. Open the link from the mail again, or copy all of it.',
  'links.invalid.next': 'Do you have a password? Then sign in, or ask for a new link there.',
} as const;

export const invitationsNl = {
  'invitation.title': 'Word lid van {organisations}',
  'invitation.about':
    '{hasBy, select, yes {{by} nodigt u uit, {email}.} other {U bent uitgenodigd, {email}.}} Kies een wachtwoord om de uitnodiging aan te nemen.',
  'invitation.accept': 'Aannemen en mijn account activeren',
  'invitation.decline': 'Nee, de uitnodiging afslaan',
  'invitation.decline.title': 'De uitnodiging van {organisations} afslaan?',
  'invitation.decline.text':
    'Uw adres wordt hier gewist en wie u uitnodigde krijgt bericht. Wilt u later toch, dan moet u opnieuw worden uitgenodigd.',
  'invitation.decline.submit': 'Afslaan',
  'invitation.declined.title': 'U hebt de uitnodiging afgeslagen',
  'invitation.declined.about':
    'Uw adres is gewist en wie u uitnodigde krijgt bericht. U kunt deze pagina sluiten.',
  'links.used.title': 'Deze link is al gebruikt',
  'links.used.about': 'Elke link werkt één keer.',
  'links.used.next':
    'Hebt u er een wachtwoord mee gekozen? Meld u dan aan. Vergeten? Vraag daar een nieuw wachtwoord.',
  'links.replaced.title': 'Er is een nieuwere link',
  'links.replaced.about':
    'Deze is vervangen door een nieuwere mail, of uw account is op een andere manier klaargezet.',
  'links.replaced.next': 'Zoek de nieuwste mail. Hebt u al een wachtwoord? Meld u dan aan.',
  'links.withdrawn.title': 'Deze uitnodiging geldt niet meer',
  'links.withdrawn.about':
    'Wie haar stuurde, mag geen mensen meer uitnodigen. Vraag de organisatie om u opnieuw uit te nodigen.',
  'links.invalid.title': 'Deze link werkt niet',
  'links.invalid.about':
    'Misschien is een deel van het adres weggevallen, of geldt niet meer waar de link voor was. Open de link opnieuw vanuit de mail, of kopieer hem helemaal.',
  'links.invalid.next': 'Hebt u een wachtwoord? Meld u dan aan, of vraag daar een nieuwe link.',
} as const satisfies Record<keyof typeof invitationsEn, string>;
