/** Names as they occur together, so that made-up people sound like people. Each entry of `last` may begin with an infix. */
type Origin = { weight: number; women: string[]; men: string[]; last: string[] };

function list(names: string): string[] {
  return names.split(',').map((name) => name.trim());
}

const dutch: Origin = {
  weight: 62,
  women:
    list(`Anouk, Femke, Lotte, Marloes, Nienke, Renée, Roos, Sietske, Wilhelmina, Geertje, Marijke, Hanneke, Ilse,
    Josephine, Liesbeth, Maartje, Noortje, Tineke, Truus, Yvonne, Anne-Marie, Zoë, Fleur, Carlijn, Jolanda, Esmée, Wytske`),
  men: list(`Bram, Daan, Floris, Gijs, Hidde, Jeroen, Jan Willem, Joost, Koen, Maarten, Niels, Pieter, Rutger, Sjoerd, Teun,
    Thijs, Wouter, Adriaan, Cornelis, Hendrik, Gerrit, Jelle, Klaas, Tjeerd, Theo, Daniël, Anton, Rien, Wim, Dirk-Jan`),
  last: list(`Bakkerveld, van den Berghuis, de Boerhoeve, ter Braakman, Brinkhorstman, van Dijkhuizen, van der Eikenhof,
    Groenewoudstra, van 't Hoogeland, de Jonghman, van de Kampwijk, Kloosterveen, Kuiperdal, van der Lindehout, Meijerink,
    Molenaarsveld, Mulderij, Nijenkamp, Oosterwoldstra, ten Plasman, van Rietschoten, Roodenburgh, van der Sluisman,
    Smitshoek, Spaanderwijk, Terpstrada, in 't Veldhof, Verhoevenaar, van Vlietstroom, Vossebeld, de Waalhof, Westerduin,
    Wiersmaat, van Zandvliet-de Boer, Zonderlandt, Hoekstra-van der Meer, Ypeij, IJsselmuide, den Oudendijk, de la Fontijne`),
};

const others: Origin[] = [
  {
    weight: 8,
    women: list('Ayşe, Elif, Gülşen, Zeynep, Özlem'),
    men: list('Emre, Mehmet, Ömer, Çağlar, Yiğit'),
    last: list('Şahin, Yıldırım, Öztürk, Çelikkaya, Güneş, Doğanay'),
  },
  {
    weight: 8,
    women: list('Fatima, Aïcha, Naïma, Samira, Loubna'),
    men: list('Youssef, Mohammed, Karim, Saïd, Ilyas'),
    last: list('El Khattabi, Bouzidi, Ait Oufkir, Benhaddou, El Amraoui, Ouazzani'),
  },
  {
    weight: 6,
    women: list('Cheryl, Ruth-Ann, Soraya, Xaviera, Anushka'),
    men: list('Orlando, Winston, Ricardo, Radjesh, Stefano'),
    last: list('Kartosen, Ramdhani, Pinasjoe, Wijngaarde, Bihari-Singh, Martina'),
  },
  {
    weight: 4,
    women: list('Linh, Thảo, Mỹ Duyên'),
    men: list('Minh, Quốc Anh, Đức'),
    last: list('Nguyễn, Trần, Phạm, Đặng'),
  },
  {
    weight: 4,
    women: list('Agnieszka, Małgorzata, Zofia'),
    men: list('Łukasz, Paweł, Wojciech'),
    last: list('Wiśniewska, Kowalczyk, Zieliński, Wójcik'),
  },
  {
    weight: 3,
    women: list('Siobhán, Aoife, Fiona'),
    men: list('Cormac, Declan, Hamish'),
    last: list("O'Brien, O'Shaughnessy, MacLeod, McAllister"),
  },
  {
    weight: 3,
    women: list('Priya, Ananya, Lakshmi'),
    men: list('Arjun, Rohan, Vikram'),
    last: list('Raghunathan, Chatterjee, Iyer, Deshpande'),
  },
  {
    weight: 3,
    women: list('Inês, Conceição, Beatriz'),
    men: list('João, Gonçalo, Tomás'),
    last: list('da Conceição, Gonçalves, Magalhães, Saldaña'),
  },
  {
    weight: 3,
    women: list('Åsa, Ingrid, Bjørg'),
    men: list('Søren, Björn, Håkon'),
    last: list('Lindqvist, Sørensen, Ångström, Bjørkelund'),
  },
  {
    weight: 3,
    women: list('Jördis, Käthe, Anaïs'),
    men: list('Jürgen, Götz, François'),
    last: list('Müllenhoff, Weißgerber, Größl, Lefèvre-Dubois'),
  },
  {
    weight: 2,
    women: list('Mei Ling, Xiu'),
    men: list('Wei, Jian'),
    last: list('Ouyang, Zhao, Lü'),
  },
  {
    weight: 2,
    women: list('Oleksandra, Snežana'),
    men: list('Dmytro, Đorđe'),
    last: list('Kovalenko, Živković, Petrović-Novák'),
  },
];

/** Where names come from, each with how often out of a hundred or so. */
export const origins: readonly Origin[] = [dutch, ...others];
