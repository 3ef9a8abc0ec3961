/** The organisations of one person: in the form that makes one, and on their page. */
export const organisationsOfUserEn = {
  'organisations.user.about': 'To which part of the installation this person belongs, and as what.',
  'organisations.user.none': 'Member of no organisation that you may see',
  'organisations.user.choose': 'Choose organisations…',
  'organisations.user.choose.title': 'To which organisations does this person belong?',
  'organisations.user.choose.first': 'Choose at least one organisation.',
  'organisations.user.role': 'Role in {organisation}',
  'organisations.user.change-role': 'Change role in {organisation}',
  'organisations.user.remove': 'Remove',
  'organisations.user.remove-from': 'Remove from {organisation}',
  'organisations.user.join': 'Add to an organisation…',
  'organisations.user.join.title': 'Add {name} to an organisation',
  'organisations.user.join.submit': 'Add',
  'organisations.user.join.none': 'There is no other organisation that you may add somebody to.',
  'organisations.user.joined': '{name} has been added, and gets a mail about it.',
} as const;

export const organisationsOfUserNl = {
  'organisations.user.about': 'Bij welk deel van de installatie deze persoon hoort, en als wat.',
  'organisations.user.none': 'Geen lid van een organisatie die u mag zien',
  'organisations.user.choose': 'Organisaties kiezen…',
  'organisations.user.choose.title': 'Bij welke organisaties hoort deze persoon?',
  'organisations.user.choose.first': 'Kies minstens één organisatie.',
  'organisations.user.role': 'Rol in {organisation}',
  'organisations.user.change-role': 'Rol wijzigen in {organisation}',
  'organisations.user.remove': 'Verwijderen',
  'organisations.user.remove-from': 'Verwijderen uit {organisation}',
  'organisations.user.join': 'Toevoegen aan een organisatie…',
  'organisations.user.join.title': '{name} toevoegen aan een organisatie',
  'organisations.user.join.submit': 'Toevoegen',
  'organisations.user.join.none': 'Er is geen andere organisatie waaraan u iemand mag toevoegen.',
  'organisations.user.joined': '{name} is toegevoegd en krijgt daar een mail over.',
} as const satisfies Record<keyof typeof organisationsOfUserEn, string>;
