/**
 * Words that passwords are made of when nobody thinks: alone, or with digits and punctuation, they are refused.
 * Lower case without accents; `password-words.ts` also finds them behind `@`, `0`, `3` and the like.
 */
const text = `
  welkom welcome hallo hello hoi goedemorgen goedendag goodmorning hey doei bedankt dankjewel alsjeblieft thanks please
  wachtwoord paswoord pasword password passwd passphrase passwort pass wachtzin wwoord geheim geheimpje secret secrets
  toegang access letmein laatmein openup sesam sesamopenu opensesame inloggen login logon signin aanmelden
  admin administrator beheer beheerder root system systeem user gebruiker guest gast test testen tester testtest
  demo default standaard tijdelijk temp temporary changeme change wijzigmij verander nieuw nieuwwachtwoord new newpassword
  master super superman batman spiderman pokemon starwars matrix ninja dragon draak shadow
  muster account computer laptop internet windows microsoft google apple samsung iphone android facebook instagram
  whatsapp youtube netflix spotify office outlook excel server netwerk network wifi printer scanner telefoon
  bedrijf kantoor company werk werken work collega personeel medewerker employee organisatie stichting vereniging
  gemeente school ziekenhuis zorg klant customer manager directeur baas boss hr finance administratie

  januari februari maart april mei juni juli augustus september oktober november december
  january february march may june july august october
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend vandaag morgen gisteren
  monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday
  lente voorjaar zomer herfst najaar winter spring summer autumn fall zomertijd wintertijd
  vakantie holiday holidays kerst kerstmis christmas xmas pasen easter pinksteren sinterklaas zwartepiet koningsdag
  koninginnedag oudjaar nieuwjaar newyear carnaval verjaardag birthday feest party jaar year maand month week dag day

  amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem
  enschede amersfoort zaanstad zaandam denbosch hertogenbosch zwolle leiden leeuwarden maastricht dordrecht zoetermeer
  deventer delft alkmaar heerlen venlo hilversum hengelo roosendaal purmerend schiedam lelystad emmen assen gouda
  middelburg terneuzen helmond oss kampen meppel hoorn utrechtse brussel antwerpen gent brugge leuven mechelen hasselt
  london londen paris parijs berlin berlijn newyork nederland holland netherlands belgie belgium vlaanderen europa europe
  friesland drenthe overijssel gelderland flevoland zeeland limburg brabant noordholland zuidholland

  ajax feyenoord psv vitesse heracles twente azalkmaar sparta willem heerenveen voetbal football soccer hockey tennis
  volleybal basketball baseball wielrennen schaatsen oranje hup holland hupholland liverpool chelsea arsenal barcelona
  realmadrid manchester juventus bayern verstappen maxverstappen formule

  liefde love iloveyou ilove ikhouvanjou ikhouvan schatje schat lieverd lieveling liefje darling honey sweetheart baby
  princess prinses prins koning koningin queen king angel engel moppie poepie snoepje knuffel kusje sunshine zonnetje
  mama papa mamma pappa moeder vader oma opa zus broer family familie kind kinderen
  hond kat poes paard vis konijn dog cat kitty horse rabbit monkey tiger tijger lion leeuw beer bear eagle adelaar
  wolf olifant dolfijn dolphin vlinder butterfly bloem bloemen flower flowers roos tulp zonnebloem
  rood blauw groen geel zwart wit paars roze bruin grijs red blue green yellow black white purple pink orange brown
  appel banaan kaas pizza koffie coffee thee bier beer chocolade chocolate stroopwafel hagelslag patat frikandel kroket
  voetbalclub auto fiets ferrari porsche mercedes volkswagen toyota volvo tesla yamaha harley

  jan piet klaas kees henk johan peter erik mark robert thomas daan sem lucas levi finn noah luuk bram milan jesse
  emma julia sophie sanne lisa anna lotte eva fleur maria linda petra monique ingrid anja marieke esther
  michael jessica jennifer ashley daniel andrew charlie jordan george william david james john

  qwerty qwertz azerty qwert qwertyuiop qwertyui asdf asdfg asdfgh asdfghjkl asdfghjk zxcv zxcvb zxcvbn zxcvbnm
  wasd poiuytrewq lkjhgfdsa mnbvcxz ytrewq qaz qazwsx wsx edc rfv qazxsw zaqwsx zaq xsw 1qaz 2wsx 3edc 1qaz2wsx
  1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 q1w2e3r4 a1b2c3 a1b2c3d4 1a2b3c 1a2b3c4d 123abc qwe asd zxc qweasd qweasdzxc
  abc abcd abcde abcdef abcdefg abcdefgh xyz wxyz een twee drie vier vijf one two three four five eentweedrie onetwothree
  fuck fuckyou shit kut klote lul hufter sukkel godver godverdomme tering kanker asshole bitch sex sexy porn
`;

/** The words, longest first, so that a search for them finds `wachtwoord` before `pass`. */
export const refusedWords: readonly string[] = [...new Set(text.trim().split(/\s+/))].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);
