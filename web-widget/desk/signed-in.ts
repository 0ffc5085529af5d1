// The OIDC redirect page, opened in a popup or a hidden frame. It posts the query string to the desk on this same origin only.

const desk: Window | null = window.opener ?? (window.parent === window ? null : window.parent)
desk?.postMessage({ signedIn: location.search }, location.origin)
if (window.opener) window.close()

export {}
