/** Colours as red, green and blue from 0 to 1, and what WCAG 2.2 says about their contrast. */
type Rgb = [red: number, green: number, blue: number];

/**
 * Ten shades of an organisation's colour (`#rrggbb`), light to dark, as Mantine wants them. Whatever the colour:
 * shade 6 carries white text (4.5:1 and more), shade 4 is readable on the dark scheme's surfaces. Anything that
 * is not a colour gives the shades of a calm teal.
 */
export function shadesOf(colour: string): string[] {
  const base = parse(colour) ?? [0.06, 0.46, 0.43];
  const filled = darkenUntil(base, (shade) => contrast(shade, [1, 1, 1]) >= 5);
  const bright = lightenUntil(base, (shade) => contrast(shade, darkSurface) >= 5);
  const towards = (part: number) => hex(mix(filled, [1, 1, 1], part));
  const below = (part: number) => hex(mix(filled, [0, 0, 0], part));
  return [
    towards(0.94),
    towards(0.88),
    towards(0.76),
    hex(mix(bright, [1, 1, 1], 0.3)),
    hex(bright),
    towards(0.2),
    hex(filled),
    below(0.14),
    below(0.28),
    below(0.42),
  ];
}

/** The contrast between two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOf(one: string, other: string): number {
  const [first, second] = [parse(one), parse(other)];
  if (!first || !second) throw new Error(`Not colours: ${one}, ${other}`);
  return contrast(first, second);
}

const darkSurface: Rgb = [0.14, 0.15, 0.17];

function parse(colour: string): Rgb | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

function hex(colour: Rgb): string {
  return `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  return [0, 1, 2].map((at) => (from[at] as number) * (1 - part) + (to[at] as number) * part) as Rgb;
}

function darkenUntil(colour: Rgb, enough: (shade: Rgb) => boolean): Rgb {
  for (let part = 0; part < 1; part += 0.02) {
    const shade = mix(colour, [0, 0, 0], part);
    if (enough(shade)) return shade;
  }
  return [0, 0, 0];
}

function lightenUntil(colour: Rgb, enough: (shade: Rgb) => boolean): Rgb {
  for (let part = 0; part < 1; part += 0.02) {
    const shade = mix(colour, [1, 1, 1], part);
    if (enough(shade)) return shade;
  }
  return [1, 1, 1];
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
