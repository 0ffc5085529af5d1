/** A style sheet that a page brings along; the bundler puts it beside the script. */
declare module '*.css'
