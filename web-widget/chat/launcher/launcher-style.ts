/** The launcher’s style, for its shadow root: the host page’s style and this one cannot affect each other. */
export const launcherStyle = `
[hidden]{display:none!important}
button{position:fixed;right:16px;bottom:16px;display:flex;align-items:center;gap:10px;min-height:52px;margin-left:16px;padding:8px 16px;border:2px solid;border-radius:26px 26px 6px 26px;background:#12454a;color:#fff;font:600 16px/1.3 Seravek,Calibri,sans-serif;cursor:pointer;box-shadow:0 4px 20px #12454a55}
button:focus-visible{outline:3px solid #f2b74b;outline-offset:3px}
.launcher::before{content:attr(data-unread);min-width:12px;min-height:12px;border-radius:9px;background:#f2b74b;color:#2b1c00;font-size:14px;text-align:center}
.panel{position:fixed;inset:0;background:#fff}
iframe{width:100%;height:100%;border:0}
.close{inset:8px 8px auto auto}
@media(min-width:600px) and (min-height:480px){.panel{inset:auto 16px 84px auto;width:400px;height:min(680px,100vh - 100px);border-radius:18px 18px 6px;overflow:hidden;box-shadow:0 4px 20px #12454a55}}
@media print{.launcher,.panel{display:none}}
`

/** The style of the host element itself, which the page could reach: every property is ours, and above whatever the page says of it. */
export const hostStyle = 'all:initial!important;direction:ltr!important;position:fixed!important;z-index:2147483647!important'
