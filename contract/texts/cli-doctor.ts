/** What the check of an installation finds; only the server loads these words. */
export const cliDoctorEn = {
  'cli.doctor.node': 'Node {version}',
  'cli.doctor.node-old':
    'Node {version} is too old. Muster needs Node 26: start it with npm start or npx muster.',
  'cli.doctor.folder': 'The folder {folder} can be written to, {free} free',
  'cli.doctor.folder-new': 'The folder {folder} does not exist yet; it is made at the first start',
  'cli.doctor.folder-full': 'Only {free} is free in {folder}. Make room: a full disk stops Muster.',
  'cli.doctor.in-use':
    'A running Muster has the data folder open{address, select, none {} other { and serves {address}}}; stop it to check the database as well',
  'cli.doctor.database':
    'The database answers in {milliseconds, number} ms (PostgreSQL {version}{embedded, select, yes {, embedded} other {}})',
  'cli.doctor.database-old': 'PostgreSQL {version} is too old. Muster needs version 15 or newer.',
  'cli.doctor.extensions': 'The extensions pg_trgm and btree_gist are there',
  'cli.doctor.extensions-missing':
    'Missing in PostgreSQL: {names}. Install the package postgresql-contrib; the user of DATABASE_URL must be allowed to create extensions.',
  'cli.doctor.migrations': 'The tables are up to date ({count, number})',
  'cli.doctor.migrations-behind':
    '{count, plural, one {# change} other {# changes}} to the tables will be made at the next start',
  'cli.doctor.migrations-ahead': 'The database was made by a newer Muster. Start that one.',
  'cli.doctor.clock': 'The clock agrees with the database; it is {now} in {timeZone}',
  'cli.doctor.clock-off':
    'The clock is {seconds, number} s away from that of the database. Set both by NTP: links and codes depend on it.',
  'cli.doctor.address': 'Links in mails begin with {address}',
  'cli.doctor.address-local':
    'Links in mails begin with {address}, which only works on this machine. Set MUSTER_URL to the public address.',
  'cli.doctor.address-plain':
    'Links in mails begin with {address}, without HTTPS: passwords travel readable. Put a proxy with HTTPS in front and set MUSTER_URL.',
  'cli.doctor.proxies': 'Proxies that may say where a request came from: {names}',
  'cli.doctor.proxy-none': 'No proxy has to say where a request came from',
  'cli.doctor.proxy-unnamed':
    'MUSTER_URL begins with https, so a proxy stands in front, but MUSTER_TRUSTED_PROXIES names none: everybody seems to come from one address, and is slowed down together. Set it to the address of the proxy.',
  'cli.doctor.proxy-seen':
    'Requests come through a proxy at {address}, which MUSTER_TRUSTED_PROXIES does not name: everybody seems to come from one address, and is slowed down together. If that is your proxy, set MUSTER_TRUSTED_PROXIES={address}.',
  'cli.doctor.secret': 'Secrets of authenticator apps are sealed with MUSTER_SECRET',
  'cli.doctor.secret-none':
    'MUSTER_SECRET is not set: a copy of the database or a back-up gives the secrets of authenticator apps away. Set it to at least 32 characters that nobody can guess, and keep it apart from the back-ups.',
  'cli.doctor.secret-lost':
    'Authenticator apps were sealed with another MUSTER_SECRET than is set here: their codes do not work. Set it as it was.',
  'cli.doctor.mail': 'The mail server {host}:{port} answers',
  'cli.doctor.mail-none': 'No mail server is set: mail stays in Muster. Set SMTP_URL, or one under Settings.',
  'cli.doctor.mail-failed': 'The mail server {host}:{port} does not work: {reason}',
  'cli.doctor.audit':
    'The audit log is sound ({entries, plural, one {# entry} other {# entries}}, newest {seq}:{hash})',
  'cli.doctor.audit-broken':
    'The audit log does not fit from entry {at} on. Somebody changed it, or the disk is damaged: compare with a back-up.',
  'cli.doctor.failed': '{what}: {reason}',
  'cli.doctor.database-name': 'The database',
} as const;

export const cliDoctorNl = {
  'cli.doctor.node': 'Node {version}',
  'cli.doctor.node-old':
    'Node {version} is te oud. Muster heeft Node 26 nodig: start het met npm start of npx muster.',
  'cli.doctor.folder': 'In de map {folder} kan worden geschreven, {free} vrij',
  'cli.doctor.folder-new': 'De map {folder} bestaat nog niet; die wordt bij de eerste start gemaakt',
  'cli.doctor.folder-full':
    'In {folder} is nog maar {free} vrij. Maak ruimte: een volle schijf legt Muster stil.',
  'cli.doctor.in-use':
    'Een Muster die draait, heeft de gegevensmap open{address, select, none {} other { op {address}}}; stop die om ook de database na te kijken',
  'cli.doctor.database':
    'De database antwoordt in {milliseconds, number} ms (PostgreSQL {version}{embedded, select, yes {, ingebouwd} other {}})',
  'cli.doctor.database-old': 'PostgreSQL {version} is te oud. Muster heeft versie 15 of nieuwer nodig.',
  'cli.doctor.extensions': 'De uitbreidingen pg_trgm en btree_gist zijn er',
  'cli.doctor.extensions-missing':
    'Dit ontbreekt in PostgreSQL: {names}. Installeer het pakket postgresql-contrib; de gebruiker van DATABASE_URL moet uitbreidingen mogen maken.',
  'cli.doctor.migrations': 'De tabellen zijn bij ({count, number})',
  'cli.doctor.migrations-behind':
    'Bij de volgende start {count, plural, one {wordt # wijziging} other {worden # wijzigingen}} in de tabellen gemaakt',
  'cli.doctor.migrations-ahead': 'De database is door een nieuwere Muster gemaakt. Start die.',
  'cli.doctor.clock': 'De klok loopt gelijk met de database; het is {now} in {timeZone}',
  'cli.doctor.clock-off':
    'De klok wijkt {seconds, number} s af van die van de database. Zet beide gelijk met NTP: links en codes hangen ervan af.',
  'cli.doctor.address': 'Links in mails beginnen met {address}',
  'cli.doctor.address-local':
    'Links in mails beginnen met {address}; dat werkt alleen op deze computer. Zet MUSTER_URL op het openbare adres.',
  'cli.doctor.address-plain':
    'Links in mails beginnen met {address}, zonder HTTPS: wachtwoorden gaan leesbaar over de lijn. Zet er een proxy met HTTPS voor en stel MUSTER_URL in.',
  'cli.doctor.proxies': 'Proxy’s die mogen zeggen waar een verzoek vandaan kwam: {names}',
  'cli.doctor.proxy-none': 'Er is geen proxy die hoeft te zeggen waar een verzoek vandaan kwam',
  'cli.doctor.proxy-unnamed':
    'MUSTER_URL begint met https, dus er staat een proxy voor, maar MUSTER_TRUSTED_PROXIES noemt er geen: iedereen lijkt van één adres te komen en wordt samen afgeremd. Zet daar het adres van de proxy in.',
  'cli.doctor.proxy-seen':
    'Er komen verzoeken door een proxy op {address}, die niet in MUSTER_TRUSTED_PROXIES staat: iedereen lijkt van één adres te komen en wordt samen afgeremd. Is dat uw proxy, zet dan MUSTER_TRUSTED_PROXIES={address}.',
  'cli.doctor.secret': 'De geheimen van authenticator-apps zijn verzegeld met MUSTER_SECRET',
  'cli.doctor.secret-none':
    'MUSTER_SECRET is niet ingesteld: een kopie van de database of een reservekopie geeft de geheimen van authenticator-apps prijs. Kies minstens 32 tekens die niemand raadt, en bewaar ze apart van de reservekopieën.',
  'cli.doctor.secret-lost':
    'Authenticator-apps zijn verzegeld met een andere MUSTER_SECRET dan hier is ingesteld: hun codes werken niet. Zet hem terug zoals hij was.',
  'cli.doctor.mail': 'De mailserver {host}:{port} antwoordt',
  'cli.doctor.mail-none':
    'Er is geen mailserver ingesteld: mail blijft in Muster. Stel SMTP_URL in, of een server bij Instellingen.',
  'cli.doctor.mail-failed': 'De mailserver {host}:{port} werkt niet: {reason}',
  'cli.doctor.audit':
    'Het auditlog klopt ({entries, plural, one {# regel} other {# regels}}, nieuwste {seq}:{hash})',
  'cli.doctor.audit-broken':
    'Het auditlog past niet vanaf regel {at}. Iemand heeft het gewijzigd of de schijf is beschadigd: vergelijk met een reservekopie.',
  'cli.doctor.failed': '{what}: {reason}',
  'cli.doctor.database-name': 'De database',
} as const satisfies Record<keyof typeof cliDoctorEn, string>;
