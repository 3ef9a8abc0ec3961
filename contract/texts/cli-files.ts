/** Back-ups and the proof of the audit log at the command line; only the server loads these words. */
export const cliFilesEn = {
  'cli.missing-file': 'Say which file. See muster {command} --help.',
  'cli.file-there': 'There is a file {file} already. Choose another name.',
  'cli.file-missing': 'There is no file {file} that can be read.',
  'cli.file-not-written': 'The file {file} could not be written: {reason}',
  'cli.backup.done': 'Done. {file} holds everything ({size}). Keep it safe: whoever has it can read it.',
  'cli.restore.done':
    'Done. {rows, plural, one {# row was} other {# rows were}} read in. Everybody has to sign in again.',
  'cli.restore.not-a-backup': '{file} is not a back-up of Muster. Nothing was changed.',
  'cli.restore.cut-off': '{file} is damaged or not complete. Nothing was changed.',
  'cli.restore.newer':
    '{file} was made by a newer Muster, or by one that was changed. Use that one to read it in.',
  'cli.restore.not-empty':
    'There is an installation here already. Choose an empty folder with MUSTER_DATA=…, or an empty database.',
  'cli.audit.sound': 'The audit log is sound: {entries, plural, one {# entry} other {# entries}}.',
  'cli.audit.erased':
    '{count, plural, one {# part was} other {# parts were}} erased with the people they were about.',
  'cli.audit.head':
    'Newest entry (keep this elsewhere, to prove later that nothing was cut off): {seq}:{hash}',
  'cli.audit.broken': 'The audit log is NOT sound: entry {at} does not fit. {entries} before it do.',
  'cli.audit.expect': '--expect must look like 1234:9f86d0…, as this command prints it.',
} as const;

export const cliFilesNl = {
  'cli.missing-file': 'Zeg welk bestand. Zie muster {command} --help.',
  'cli.file-there': 'Er is al een bestand {file}. Kies een andere naam.',
  'cli.file-missing': 'Er is geen bestand {file} dat gelezen kan worden.',
  'cli.file-not-written': 'Het bestand {file} kon niet worden geschreven: {reason}',
  'cli.backup.done':
    'Klaar. Alles staat in {file} ({size}). Bewaar het veilig: wie het heeft, kan het lezen.',
  'cli.restore.done':
    'Klaar. {rows, plural, one {Er is # regel} other {Er zijn # regels}} ingelezen. Iedereen moet zich opnieuw aanmelden.',
  'cli.restore.not-a-backup': '{file} is geen back-up van Muster. Er is niets gewijzigd.',
  'cli.restore.cut-off': '{file} is beschadigd of niet compleet. Er is niets gewijzigd.',
  'cli.restore.newer':
    '{file} is gemaakt door een nieuwere Muster, of door een die is aangepast. Lees het bestand daarmee in.',
  'cli.restore.not-empty':
    'Er is hier al een installatie. Kies een lege map met MUSTER_DATA=…, of een lege database.',
  'cli.audit.sound': 'Het auditlog klopt: {entries, plural, one {# regel} other {# regels}}.',
  'cli.audit.erased':
    '{count, plural, one {# deel is} other {# delen zijn}} gewist met de mensen over wie ze gingen.',
  'cli.audit.head':
    'Nieuwste regel (bewaar dit elders, om later te bewijzen dat er niets is afgeknipt): {seq}:{hash}',
  'cli.audit.broken': 'Het auditlog klopt NIET: regel {at} past niet. De {entries} regels ervoor wel.',
  'cli.audit.expect': '--expect moet eruitzien als 1234:9f86d0…, zoals deze opdracht het toont.',
} as const satisfies Record<keyof typeof cliFilesEn, string>;
