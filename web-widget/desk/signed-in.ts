// The page the issuer sends the browser back to, in a popup or in a hidden frame. It hands what it was given to the desk, on this same
// origin only, and is gone.

const desk: Window | null = window.opener ?? (window.parent === window ? null : window.parent)
desk?.postMessage({ signedIn: location.search }, location.origin)
if (window.opener) window.close()

export {}
