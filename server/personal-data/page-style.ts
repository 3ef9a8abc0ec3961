/** Readable on a screen, light and dark, and on paper. */
export const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 0.6rem; break-after: avoid; }
p, li { max-width: 46rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(10rem, 18rem) 1fr; margin: 0; }
dt, dd { margin: 0; padding: 0.3rem 0; border-bottom: 1px solid #8886; overflow-wrap: anywhere; }
dt { font-weight: 600; padding-right: 1rem; }
img { max-width: 12rem; height: auto; border-radius: 0.5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.8rem 0.35rem 0; border-bottom: 1px solid #8886; }
th { font-weight: 600; }
td { overflow-wrap: anywhere; min-width: 6rem; }
tr { break-inside: avoid; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { border: 0; padding-bottom: 0; } }
@media print { main { max-width: none; padding: 0; } body { font-size: 10pt; } thead { display: table-header-group; } }
`;
