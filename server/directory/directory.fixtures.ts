import { sql } from 'kysely';
import { fold } from '../../contract/fold.ts';
import type { Db } from '../db/transact.ts';
import { sortKey } from '../lib/sort-keys.ts';

const firstNames =
  `Jan Johannes Maria Anna Pieter Cornelis Hendrik Johanna Willem Elisabeth Jantje Arjan Marjan Janneke
  Emma Sem Noah Julia Daan Sanne Lotte Bram Fleur Thijs Femke Koen Iris Ruben Eva Lars Zoë Renée Noémie Daniël Chloë
  Mohammed Fatima Ahmed Aïcha Youssef Yasmin Ömer Ayşe Mehmet Zeynep Nguyễn Linh Wei Mei Łukasz Zofia Paweł Agnieszka
  Søren Åsa Jürgen Jörg Anaïs José Inés João Conceição Siobhán Björn Sjoerd Wytske Tjeerd Sietske Gerrit Wilhelmina
  Adriaan Theodorus Catharina Geertje Klaas Trijntje Harm Aaltje Bart Ilse Joost Marloes Stijn Nienke Wouter Karin Erik
  Ingrid Frank Monique Rob Petra Marco Esther Dennis Linda Patrick Astrid Vincent Miranda Edwin Yvonne Priya Arjun
  Olga Dmitri Ivana Luka Chiara Matteo Hannah Finn Saar Mees`.split(/\s+/);

const commonLastNames =
  `Jong Jansen Vries Berg Dijk Bakker Janssen Visser Smit Meijer Boer Mulder Groot Bos Vos Peters
  Hendriks Leeuwen Dekker Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen Heuvel Veen Broek Bruijn
  Schouten Beek Willems Vliet Ven Hoekstra Maas Verhoeven Koster Dam Prins Blom Huisman Peeters Kuiper Veenstra Kuipers
  Kramer Müller Öztürk Yılmaz Kaya Demir Nowak Kowalski García Rodríguez Martínez Fernández Silva Santos Nguyễn Tran
  Wang Li Singh Kumar O’Brien McDonald Schmidt Schneider Weiß Björklund Nielsen Sørensen d’Hondt`.split(
    /\s+/,
  );

const beginnings =
  `Ape Bak Bek Boer Bosch Brand Broek Bruin Buiten Dael Diepen Dorp Drie Eiken Elzen Galen Geer Gras Groen
  Haver Heide Hof Hoog Huis Ijssel Kamer Kerk Klaver Klein Koel Koren Lange Linde Maan Meule Middel Molen Mos Noord Nieuw
  Olde Ooster Oude Paarde Pas Poel Raven Rijn Roos Rozen Schape Schip Slot Spoor Steen Stroom Tol Uiter Val Veld Vliet
  Vogel Water Weide Wester Wilge Winter Zand Zee Zilver Zomer Zuider Zwart`.split(/\s+/);
const endings =
  `aar beek berg boom borg bos bouw brink broek brug burg dam dijk dorp feld gaard haar hof horst huis huizen hout
  kamp kerk laan lo man meijer meer molen ooij poort rode sma stein stra straat svoort tuin veen veld voort waard weg wijk
  zicht zijl`.split(/\s+/);

const lastNames = [...commonLastNames, ...beginnings.flatMap((first) => endings.map((last) => first + last))];
const infixes = ['', '', '', '', '', 'van', 'de', 'van der', 'van den', 'ten'];
const domains = ['voorbeeld.nl', 'energie.example', 'gemeente.example', 'zorg.example', 'post.example'];

/** The share of people who hold each of the default roles that the fixtures know. */
export const shares = { employee: 0.9, planner: 0.02, supervisor: 0.004, 'help-desk': 0.0004 };

/**
 * Adds `count` people in bulk, the same ones for the same seed, beyond the first `after`, with made-up names as they occur in the Netherlands:
 * a few names are frequent, most are rare. About 72 % are billed; roles as in `shares`; twenty organisations.
 * Staff memberships are left out, standing is set directly: for lists only.
 */
export async function insertPeople(db: Db, count: number, { seed = 1, after = 0 } = {}): Promise<void> {
  await insertRoles(db);
  const part = 100_000;
  for (let from = after; from < after + count; from += part) {
    await insertPart(db, from + 1, Math.min(from + part, after + count), seed);
  }
}

async function insertRoles(db: Db): Promise<void> {
  for (const [key, scope] of [
    ...Object.keys(shares).map((key) => [key, 'installation'] as const),
    ['auditor', 'installation'] as const,
    ['member', 'organisation'] as const,
  ]) {
    await sql`insert into roles (id, key, scope, permissions) values (gen_random_uuid(), ${key}, ${scope}, '{}')
      on conflict do nothing`.execute(db);
  }
  await sql`insert into organisations (id, name, name_key)
    select gen_random_uuid(), 'Organisatie ' || n, 'organisatie ' || n from generate_series(1, 20) n
    on conflict do nothing`.execute(db);
}

/** What names become in keys is worked out here once per name, so that the database only joins the pieces. */
const pieces = {
  first: firstNames.map((name) => ({ name, folded: fold(name), key: keyOf(name) })),
  last: lastNames.map((name) => ({ name, folded: fold(name), key: keyOf(name) })),
};

function keyOf(name: string): string {
  return sortKey({ firstName: '', lastName: name }).replace(/\t/g, '');
}

function numbered(list: { name: string; folded: string; key: string }[]) {
  return sql`(select * from json_to_recordset(${JSON.stringify(list.map((piece, n) => ({ n, ...piece })))}::json)
    as piece (n int, name text, folded text, key text))`;
}

async function insertPart(db: Db, from: number, to: number, seed: number): Promise<void> {
  const random = (salt: number) =>
    sql`((hashint8extended(i, ${sql.lit(seed * 100 + salt)}) & 1048575) / 1048576.0::float8)`;
  // The square and the cube make the first ones of a list more frequent than the last ones.
  await sql`
    with drawn as materialized (
      select i, floor(${random(1)} ^ 2 * ${sql.lit(firstNames.length)})::int as f,
        floor(${random(2)} ^ 3 * ${sql.lit(lastNames.length)})::int as l,
        (${infixes}::text[])[1 + floor(${random(3)} * ${sql.lit(infixes.length)})::int] as between,
        (${domains}::text[])[1 + floor(${random(4)} ^ 2 * ${sql.lit(domains.length)})::int] as domain,
        ${random(5)} as standing, ${random(6)} as activated, ${random(7)} as locked, ${random(8)} as signed_in,
        ${random(9)} as created, case when ${random(10)} < 0.6 then 'P' || (100000 + i) end as personnel_number,
        lpad(to_hex(hashint8extended(i, ${sql.lit(seed)})), 16, '0') as hex, nextval('user_numbers') as number
      from generate_series(${sql.lit(from)}::bigint, ${sql.lit(to)}::bigint) i
    ), named as (
      select drawn.*, first.name as first_name, last.name as last_name,
        translate(first.key || '.' || replace(between || last.key, ' ', ''), ' ', '-') || i as local,
        last.key || E'\t' || first.key || E'\t' || between as sort_key,
        first.folded || case between when '' then '' else ' ' || between end || ' ' || last.folded as folded
      from drawn join ${numbered(pieces.first)} first on first.n = f join ${numbered(pieces.last)} last on last.n = l
    )
    insert into users (id, number, username, username_key, first_name, infix, last_name, email, email_key,
      personnel_number, personnel_number_key, language, time_zone, activated_at, locked_at, last_sign_in_at, created_at,
      sort_key, search_text, standing, starts_on, leaves_on)
    select (lpad(to_hex(1700000000000 + i), 12, '0') || '7' || substr(hex, 1, 3) || '8' || substr(hex, 4, 3)
        || substr(hex, 5, 12))::uuid,
      number, local, local, first_name, nullif(between, ''), last_name, local || '@' || domain,
      local || '@' || domain, personnel_number, lower(personnel_number), 'nl', 'Europe/Amsterdam',
      case when activated > 0.05 then now() - (created * 1800) * interval '1 day' end,
      case when locked < 0.0005 then now() end,
      case when signed_in < 0.85 and activated > 0.05
        then now() - signed_in * 700 * interval '1 day' else '-infinity' end,
      now() - (created * 1800 + 1) * interval '1 day',
      sort_key,
      concat_ws(E'\n', folded, local || '@' || domain, local, lower(personnel_number), number),
      case when standing < 0.72 then 'present' when standing < 0.74 then 'starting' else 'ended' end,
      current_date - (created * 1800)::int,
      case when standing < 0.02 then current_date + (standing * 5000)::int
        when standing >= 0.74 then current_date - 1 - ((standing - 0.74) * 1000)::int end
    from named`.execute(db);
  await insertLinksOfPeople(db, from, to, seed);
}

async function insertLinksOfPeople(db: Db, from: number, to: number, seed: number): Promise<void> {
  const lowest = sql.lit(idPrefix(from));
  const highest = sql.lit(idPrefix(to + 1));
  const random = (salt: number) =>
    sql`((hashint8extended(u.number, ${sql.lit(seed * 100 + salt)}) & 1048575) / 1048576.0::float8)`;
  for (const [index, [key, share]] of Object.entries(shares).entries()) {
    await sql`insert into role_assignments (user_id, role_id)
      select u.id, r.id from users u join roles r on r.key = ${key}
      where u.id >= ${lowest}::uuid and u.id < ${highest}::uuid and ${random(20 + index)} < ${sql.lit(share)}::float8
      on conflict do nothing`.execute(db);
  }
  await sql`insert into members (organisation_id, user_id, role_id)
    select (array(select id from organisations order by name_key))[1 + floor(${random(30)} ^ 2 * 20)::int], u.id, r.id
    from users u join roles r on r.key = 'member'
    where u.id >= ${lowest}::uuid and u.id < ${highest}::uuid and ${random(31)} < 0.8
    on conflict do nothing`.execute(db);
}

function idPrefix(index: number): string {
  const hex = (1_700_000_000_000 + index).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Writes the kept counts anew, after people were added with triggers switched off. */
export async function refreshCounts(db: Db): Promise<void> {
  await sql`truncate user_counts`.execute(db);
  await sql`insert into user_counts select state, count(*) from users group by state`.execute(db);
}

/** The same for the circles, as migration 0008 filled them first. */
export async function refillCircles(db: Db): Promise<void> {
  await sql`truncate circle_people, circle_counts`.execute(db);
  await sql`insert into circle_people
    select b.circle, s.state, s.sort_key, b.user_id, coalesce(b.until, 'infinity')
    from belongings() b join user_search s on s.id = b.user_id cross join installation i
    where coalesce(b.until, 'infinity') >= i.rolled_on`.execute(db);
  await sql`insert into circle_counts
    select circle, state, count(*) from circle_people group by circle, state`.execute(db);
}
