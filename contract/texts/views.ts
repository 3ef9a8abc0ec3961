/** The words of views of the users list that are kept under a name. */
export const viewsEn = {
  'views.open': 'Views',
  'views.own': 'Your own',
  'views.shared': 'Shared',
  'views.none': 'Nothing saved yet. Set filters, columns and sort as you like, and keep them under a name.',
  'views.save': 'Save this list…',
  'views.save.title': 'Save this list',
  'views.save.about':
    'Keeps the search, filters, columns and sort. Who is found is looked up anew each time.',
  'views.name': 'Name of the view',
  'views.share': 'For everybody',
  'views.share.about': 'Everybody who may see users finds it under Views. It stays when you leave.',
  'views.saved': 'The view “{name}” is saved.',
  'views.change.named': 'Change the view “{name}”',
  'views.change.title': 'Change the view “{name}”',
  'views.replace': 'Show from now on what the list shows now',
  'views.delete.named': 'Delete the view “{name}”',
  'views.delete.title': 'Delete the view “{name}”?',
  'views.delete.own': 'Only the saved view goes. Nobody in it is changed.',
  'views.delete.shared': 'The view goes for everybody. Nobody in it is changed.',
  'views.delete.submit': 'Delete “{name}”',
  'views.deleted': 'The view “{name}” is deleted.',
  'fields.name.address': 'Filters, columns and sort',
} as const;

export const viewsNl = {
  'views.open': 'Weergaven',
  'views.own': 'Van uzelf',
  'views.shared': 'Gedeeld',
  'views.none':
    'Nog niets bewaard. Stel filters, kolommen en volgorde in zoals u wilt, en bewaar ze onder een naam.',
  'views.save': 'Deze lijst bewaren…',
  'views.save.title': 'Deze lijst bewaren',
  'views.save.about':
    'Bewaart de zoekopdracht, filters, kolommen en volgorde. Wie er gevonden wordt, wordt elke keer opnieuw bekeken.',
  'views.name': 'Naam van de weergave',
  'views.share': 'Voor iedereen',
  'views.share.about':
    'Iedereen die gebruikers mag zien, vindt haar bij Weergaven. Zij blijft als u weggaat.',
  'views.saved': 'De weergave “{name}” is bewaard.',
  'views.change.named': 'De weergave “{name}” wijzigen',
  'views.change.title': 'De weergave “{name}” wijzigen',
  'views.replace': 'Voortaan laten zien wat de lijst nu laat zien',
  'views.delete.named': 'De weergave “{name}” verwijderen',
  'views.delete.title': 'De weergave “{name}” verwijderen?',
  'views.delete.own': 'Alleen de bewaarde weergave verdwijnt. Aan de mensen erin verandert niets.',
  'views.delete.shared': 'De weergave verdwijnt voor iedereen. Aan de mensen erin verandert niets.',
  'views.delete.submit': '“{name}” verwijderen',
  'views.deleted': 'De weergave “{name}” is verwijderd.',
  'fields.name.address': 'Filters, kolommen en volgorde',
} as const satisfies Record<keyof typeof viewsEn, string>;
