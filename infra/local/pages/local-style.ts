/** The style of the plain local pages: the local page and the sign-in. */
export const plainStyle = `
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fbfaf7; --soft: #e9e4da; --accent: #0b5d4e; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae4; --paper: #171b1f; --soft: #2b3238; --accent: #7fd6c2; --on-accent: #10211d; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 0.5rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
ul { padding-left: 1.25rem; }
li { margin: 0.25rem 0; overflow-wrap: anywhere; }
form { margin: 0; }
fieldset { border: 0; margin: 1.25rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
legend { font-weight: 600; padding: 0 0 0.5rem; }
button, input { font: inherit; color: inherit; border: 1px solid var(--accent); border-radius: 0.5rem; padding: 0.5rem 0.85rem; min-height: 2.75rem; background: transparent; }
button { cursor: pointer; background: var(--accent); color: var(--on-accent); }
button small { opacity: 0.85; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.people button { flex: 1 1 16rem; text-align: left; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 0.75rem 0; }
.row label { display: grid; gap: 0.25rem; }
.now { font-size: 1.25rem; font-weight: 600; margin: 0.25rem 0 0.75rem; }
.places { list-style: none; padding: 0; display: grid; gap: 0.5rem; }
.places li, .letters li { background: var(--soft); border-radius: 0.5rem; padding: 0.75rem 1rem; margin: 0; }
.places a { font-weight: 600; font-size: 1.125rem; }
.letters { list-style: none; padding: 0; display: grid; gap: 0.5rem; }
.letters p { margin: 0.25rem 0 0; white-space: pre-wrap; }
.quiet { opacity: 0.8; }
`
