/** The words of the first run. */
export const setupEn = {
  'setup.title': 'Set up Muster',
  'setup.about': 'You are the first one here. In a minute your organisation has its own user administration.',
  'setup.organisation': 'Your organisation',
  'setup.organisation.name': 'Name of the organisation',
  'setup.you': 'You, the first administrator',
  'setup.password': 'Your password',
  'setup.start': 'How do you want to begin?',
  'setup.start.empty': 'With an empty installation',
  'setup.start.empty.about': 'You add your own people.',
  'setup.start.demo': 'With a demo organisation',
  'setup.start.demo.about': '250 made-up people to look around with. You remove them later with one button.',
  'setup.submit': 'Set up and go in',
  'setup.done': 'Muster is ready. You are signed in.',
  'setup.link.title': 'Open the link that Muster printed',
  'setup.link.text':
    'This installation still has no administrator. When Muster started, it printed a link with a one-time token in its window or log. Only with that link can an administrator be made.',
  'setup.link.look': 'It looks like this:',
  'setup.wrong.text':
    'Part of it may be missing, or Muster was started again since: each start prints a new link. Use the newest.',
  'setup.already.title': 'Muster is already set up',
  'setup.already.text': 'There is an administrator. Sign in, or ask that administrator for an account.',
} as const;

export const setupNl = {
  'setup.title': 'Muster inrichten',
  'setup.about': 'U bent hier de eerste. Over een minuut heeft uw organisatie haar eigen gebruikersbeheer.',
  'setup.organisation': 'Uw organisatie',
  'setup.organisation.name': 'Naam van de organisatie',
  'setup.you': 'Uzelf, de eerste beheerder',
  'setup.password': 'Uw wachtwoord',
  'setup.start': 'Hoe wilt u beginnen?',
  'setup.start.empty': 'Met een lege installatie',
  'setup.start.empty.about': 'U voegt uw eigen mensen toe.',
  'setup.start.demo': 'Met een demo-organisatie',
  'setup.start.demo.about': '250 verzonnen mensen om mee rond te kijken. U verwijdert ze later met één knop.',
  'setup.submit': 'Inrichten en naar binnen',
  'setup.done': 'Muster is klaar. U bent aangemeld.',
  'setup.link.title': 'Open de link die Muster heeft getoond',
  'setup.link.text':
    'Deze installatie heeft nog geen beheerder. Toen Muster startte, verscheen in het venster of het logboek een link met een eenmalige code. Alleen met die link kan er een beheerder worden gemaakt.',
  'setup.link.look': 'Die ziet er zo uit:',
  'setup.wrong.text':
    'Misschien ontbreekt er een deel, of is Muster intussen opnieuw gestart: elke start toont een nieuwe link. Gebruik de nieuwste.',
  'setup.already.title': 'Muster is al ingericht',
  'setup.already.text': 'Er is een beheerder. Meld u aan, of vraag die beheerder om een account.',
} as const satisfies Record<keyof typeof setupEn, string>;
