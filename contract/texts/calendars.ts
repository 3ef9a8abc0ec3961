/** The words of calendar links. */
export const calendarsEn = {
  'calendars.own-name': 'My shifts',
  'calendars.title': 'Shifts in your calendar',
  'calendars.about':
    'With a private link your shifts stand in the calendar of your telephone or computer, and follow every change.',
  'calendars.none': 'You have no calendar link.',
  'calendars.make': 'Make calendar link',
  'calendars.renew': 'Make a new link',
  'calendars.renew.title': 'Make a new calendar link',
  'calendars.renew.text':
    'The link that you have now stops working. Calendars that use it show no more changes.',
  'calendars.since': 'Made on {day}',
  'calendars.used': 'last read {when}',
  'calendars.never-used': 'not read yet',
  'calendars.made.title': 'Your calendar link',
  'calendars.made.once':
    'You see this link only now. Whoever has it can read your shifts, so give it to nobody.',
  'calendars.made.how':
    'Copy it, and paste it in your calendar where it offers to subscribe to a calendar, or to add one from the internet.',
  'calendars.made.copy': 'Copy link',
  'calendars.made.close': 'Done',
  'calendars.end': 'End link',
  'calendars.end.title': 'End the calendar link',
  'calendars.end.text':
    'Calendars that use it show no more changes. This cannot be undone; you can make a new link.',
  'calendars.end.done': 'The calendar link has ended.',
  'calendars.other.title': 'Calendar link',
  'calendars.other.about':
    'With a private link {name} follows the own shifts in a calendar. A new password does not end it; nobody but {name} ever sees it.',
  'calendars.other.end.text':
    'The calendar of {name} shows no more changes. {name} can make a new link on the own profile.',
  'calendars.export': 'Shifts as iCalendar',
  'calendars.of-person': 'Coming shifts',
  'calendars.of-person.about': 'Four weeks from today, in every team, as a file for any calendar program.',
} as const;

export const calendarsNl = {
  'calendars.own-name': 'Mijn diensten',
  'calendars.title': 'Diensten in uw agenda',
  'calendars.about':
    'Met een persoonlijke link staan uw diensten in de agenda van uw telefoon of computer, en volgen ze elke wijziging.',
  'calendars.none': 'U hebt geen agendalink.',
  'calendars.make': 'Agendalink maken',
  'calendars.renew': 'Nieuwe link maken',
  'calendars.renew.title': 'Nieuwe agendalink maken',
  'calendars.renew.text':
    'De link die u nu hebt werkt dan niet meer. Agenda’s die hem gebruiken tonen geen wijzigingen meer.',
  'calendars.since': 'Gemaakt op {day}',
  'calendars.used': 'laatst gelezen {when}',
  'calendars.never-used': 'nog niet gelezen',
  'calendars.made.title': 'Uw agendalink',
  'calendars.made.once':
    'U ziet deze link alleen nu. Wie hem heeft kan uw diensten lezen, dus geef hem aan niemand.',
  'calendars.made.how':
    'Kopieer hem en plak hem in uw agenda, daar waar u zich op een agenda kunt abonneren of er een van internet kunt toevoegen.',
  'calendars.made.copy': 'Link kopiëren',
  'calendars.made.close': 'Klaar',
  'calendars.end': 'Link beëindigen',
  'calendars.end.title': 'Agendalink beëindigen',
  'calendars.end.text':
    'Agenda’s die hem gebruiken tonen geen wijzigingen meer. Dit is niet terug te draaien; u kunt wel een nieuwe link maken.',
  'calendars.end.done': 'De agendalink is beëindigd.',
  'calendars.other.title': 'Agendalink',
  'calendars.other.about':
    'Met een persoonlijke link volgt {name} de eigen diensten in een agenda. Een nieuw wachtwoord beëindigt hem niet; niemand behalve {name} ziet hem ooit.',
  'calendars.other.end.text':
    'De agenda van {name} toont geen wijzigingen meer. {name} kan op het eigen profiel een nieuwe link maken.',
  'calendars.export': 'Diensten als iCalendar',
  'calendars.of-person': 'Komende diensten',
  'calendars.of-person.about': 'Vier weken vanaf vandaag, in elk team, als bestand voor elk agendaprogramma.',
} as const satisfies Record<keyof typeof calendarsEn, string>;
