/** The words of who is billed. */
export const billingEn = {
  'billing.title': 'Billing',
  'billing.about': 'Somebody is billed for a month when a staff membership covers at least one day of it.',
  'billing.this-month': 'Billed this month so far',
  'billing.people': '{count, plural, one {# person} other {# people}}',
  'billing.before': '{month}: {count, number}',
  'billing.chart': 'The last 24 months',
  'billing.chart.about': 'Choose a month to see who counted in it.',
  'billing.chart.month': '{month}: {count, plural, one {# person} other {# people}}',
  'billing.month': 'Month',
  'billing.chosen': 'Who counted in {month}',
  'billing.chosen.deleted':
    '{count, plural, one {# person who counted in this month has been deleted since. They are in the number, not in the list.} other {# people who counted in this month have been deleted since. They are in the number, not in the list.}}',
  'billing.chosen.empty': 'Nobody counted in this month',
  'billing.organisations': 'Per organisation',
  'billing.organisations.about':
    'By the organisations that people belong to now. Whoever belongs to two counts in both.',
  'billing.organisations.everybody': 'All organisations',
  'billing.organisation': 'Organisation',
  'billing.number': 'People',
  'billing.since': 'Counts since',
  'billing.until': 'Leave date',
  'billing.export': 'Export to CSV',
  'billing.corrections': 'Corrections',
  'billing.corrections.about':
    'Months that were over and changed afterwards, because a start or leave date was changed.',
  'billing.corrections.none': 'No month that was over has changed.',
  'billing.corrections.what': 'What changed',
  'billing.corrections.when': 'Changed on',
  'billing.corrections.added': 'Counts after all',
  'billing.corrections.removed': 'Does not count after all',
  'billing.corrections.deleted': 'Somebody who was deleted since',
  'billing.corrected':
    'changed afterwards: {added, plural, =0 {} other {+#}} {removed, plural, =0 {} other {−#}}',
  'fields.name.organisations': 'Organisations',
} as const;

export const billingNl = {
  'billing.title': 'Facturering',
  'billing.about': 'Iemand telt mee in een maand als een dienstverband minstens één dag van die maand dekt.',
  'billing.this-month': 'Deze maand tot nu toe',
  'billing.people': '{count, plural, one {# persoon} other {# personen}}',
  'billing.before': '{month}: {count, number}',
  'billing.chart': 'De laatste 24 maanden',
  'billing.chart.about': 'Kies een maand om te zien wie daarin meetelde.',
  'billing.chart.month': '{month}: {count, plural, one {# persoon} other {# personen}}',
  'billing.month': 'Maand',
  'billing.chosen': 'Wie meetelde in {month}',
  'billing.chosen.deleted':
    '{count, plural, one {# persoon die in deze maand meetelde, is daarna verwijderd. Die zit in het aantal, niet in de lijst.} other {# personen die in deze maand meetelden, zijn daarna verwijderd. Zij zitten in het aantal, niet in de lijst.}}',
  'billing.chosen.empty': 'In deze maand telde niemand mee',
  'billing.organisations': 'Per organisatie',
  'billing.organisations.about':
    'Volgens de organisaties waar mensen nu bij horen. Wie bij twee hoort, telt in beide mee.',
  'billing.organisations.everybody': 'Alle organisaties',
  'billing.organisation': 'Organisatie',
  'billing.number': 'Personen',
  'billing.since': 'Telt mee sinds',
  'billing.until': 'Datum van uittrede',
  'billing.export': 'Exporteren naar CSV',
  'billing.corrections': 'Correcties',
  'billing.corrections.about':
    'Maanden die voorbij waren en daarna veranderden, omdat een begindatum of datum van uittrede werd gewijzigd.',
  'billing.corrections.none': 'Geen maand die voorbij was, is veranderd.',
  'billing.corrections.what': 'Wat er veranderde',
  'billing.corrections.when': 'Gewijzigd op',
  'billing.corrections.added': 'Telt toch mee',
  'billing.corrections.removed': 'Telt toch niet mee',
  'billing.corrections.deleted': 'Iemand die daarna is verwijderd',
  'billing.corrected':
    'later veranderd: {added, plural, =0 {} other {+#}} {removed, plural, =0 {} other {−#}}',
  'fields.name.organisations': 'Organisaties',
} as const satisfies Record<keyof typeof billingEn, string>;
