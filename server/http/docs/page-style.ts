/** How the page of the API looks: calm, dense, light and dark, from narrow to wide. */
export const style = `
:root { --text: #1c2430; --quiet: #5b6675; --line: #dfe3e8; --back: #fff; --raised: #f6f7f9; --accent: #0f766e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e8ee; --quiet: #9aa6b5; --line: #313a46; --back: #14181d; --raised: #1d232a; --accent: #5eead4; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--text); background: var(--back); font: 15px/1.55 system-ui, sans-serif; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
code { font: 0.92em ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
main { max-width: 54rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 6rem; }
nav { padding: 1.5rem 1rem; border-bottom: 1px solid var(--line); font-size: 13px; }
nav p { margin: 0.9rem 0 0.2rem; font-weight: 600; }
nav .home { margin-top: 0; font-size: 16px; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li a { display: block; padding: 0.12rem 0; color: var(--quiet); overflow-wrap: anywhere; }
nav span { display: inline-block; min-width: 3.4rem; font-size: 11px; }
@media (max-width: 59.99rem) { nav ul { display: none; } nav p { display: inline-block; margin: 0 0.8rem 0 0; } }
@media (min-width: 60rem) {
  body { display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); }
}
h1 { margin: 0 0 0.5rem; font-size: 1.7rem; }
h1 small { color: var(--quiet); font-weight: 400; font-size: 1rem; }
h2 { margin: 3rem 0 0.5rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 0 0 0.4rem; font-size: 1rem; }
h4 { margin: 1rem 0 0.2rem; color: var(--quiet); font-size: 0.8rem; font-weight: 600; }
p { margin: 0.4rem 0; }
section { margin: 1.2rem 0; padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: 8px; }
section:target, dl > div:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.method { display: inline-block; min-width: 4rem; padding: 0.1rem 0.5rem; border-radius: 4px; background: var(--raised);
  font-size: 0.75rem; text-align: center; }
.may { color: var(--quiet); font-size: 0.87rem; }
.fields { margin: 0.2rem 0; padding: 0; list-style: none; }
.fields li { padding: 0.2rem 0; border-top: 1px solid var(--line); }
.fields > li:first-child { border-top: 0; }
.fields .fields { margin-left: 0.4rem; padding-left: 1rem; border-left: 2px solid var(--line); }
.type { color: var(--quiet); }
.limits { color: var(--quiet); font-size: 0.85rem; font-style: italic; }
.refusals { color: var(--quiet); font-size: 0.85rem; }
.refusals a { display: inline-block; margin-right: 0.7rem; }
dl > div { padding: 0.5rem 0.8rem; border: 1px solid transparent; border-bottom-color: var(--line); border-radius: 6px; }
dd { margin: 0.1rem 0 0; }
dd[lang='nl'] { color: var(--quiet); }
`;
