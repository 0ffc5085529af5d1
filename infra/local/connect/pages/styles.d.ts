/** A style sheet that a page imports; the bundler writes it next to the script. */
declare module '*.css'
