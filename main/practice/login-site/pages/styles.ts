/** Everything that both sites share. Colours come from the site's own variables. */
const COMMON = `
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: #1f2328;
  font: 15px/1.5 "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", system-ui, sans-serif; }
.en { color: #59606b; font-size: 0.87em; }
.practice-bar { background: #1f2328; color: #fff; text-align: center; padding: 6px 16px; font-size: 13px; }
.practice-bar .en { color: #d5d9df; }
.top { display: flex; align-items: center; gap: 12px; padding: 14px clamp(16px, 6vw, 72px); background: #fff; border-bottom: 1px solid #e6e8eb; }
.top svg { width: 36px; height: 36px; flex: none; }
.top strong { font-size: 20px; letter-spacing: 0.02em; }
.stage { flex: 1; display: grid; align-items: center; }
.card { background: #fff; border-radius: 14px; padding: 28px 30px; width: 100%; }
h1 { font-size: 21px; line-height: 1.3; margin: 0 0 18px; }
h1 .en { display: block; font-weight: 400; font-size: 14px; }
p { margin: 0 0 14px; }
form { margin: 0; }
label { display: block; margin: 0 0 6px; font-weight: 600; }
label .en { font-weight: 400; }
input[type=text], input[type=password] { width: 100%; height: 46px; margin: 0 0 16px; padding: 0 14px; font: inherit; font-size: 16px;
  border: 1px solid #b8bec7; border-radius: 9px; background: #fff; color: inherit; }
.button { display: inline-flex; align-items: center; justify-content: center; gap: 0.5em; min-height: 46px; width: 100%; padding: 6px 18px; border: 1px solid transparent;
  border-radius: 9px; background: var(--accent); color: #fff; font: inherit; font-size: 16px; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--accent-dark); }
.button .en { color: inherit; font-weight: 400; }
.button.quiet { background: #fff; border-color: #b8bec7; color: #1f2328; font-weight: 400; }
.button.quiet:hover { background: #f3f4f6; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.message { margin: 0 0 18px; padding: 10px 14px; border-left: 4px solid #b3261e; border-radius: 6px; background: #fdeceb; color: #6d1410; }
.message .en { color: inherit; display: block; }
.hint { margin: 20px 0 0; padding: 12px 14px; border-radius: 9px; background: var(--tint); font-size: 13.5px; }
.hint p { margin: 0 0 6px; } .hint p:last-child { margin: 0; }
code { font: 600 13.5px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; background: #fff; border: 1px solid #dfe2e6; border-radius: 5px; padding: 1px 6px; white-space: nowrap; }
.account { display: flex; align-items: center; gap: 14px; margin: 0 0 18px; }
.avatar { flex: none; width: 48px; height: 48px; border-radius: 50%; display: grid; place-items: center; background: var(--accent); color: #fff; font-size: 21px; font-weight: 700; }
.account strong { display: block; font-size: 18px; overflow-wrap: anywhere; }
ul.rights { margin: 0 0 18px; padding: 14px 16px 14px 36px; border: 1px solid #e6e8eb; border-radius: 9px; }
ul.rights li + li { margin-top: 6px; }
.choice { display: grid; grid-template-columns: 1fr 1.4fr; gap: 12px; }
.where { font-size: 13px; color: #59606b; margin: 14px 0 0; overflow-wrap: anywhere; }
.track { position: relative; margin: 4px 0 18px; height: 50px; border-radius: 9px; background: #eceef1; border: 1px solid #d5d9df; overflow: hidden; }
.track::before { content: ""; position: absolute; inset: 0 auto 0 0; width: calc(25px + var(--reached, 0) * (100% - 50px) / 100); background: #2f9e55; opacity: 0.85; }
.track .say { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; line-height: 1.25; padding-left: 40px; color: #3d434b; font-size: 14px; pointer-events: none; }
.track:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
input[type=range] { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; background: transparent; appearance: none; -webkit-appearance: none; cursor: grab; outline: none; }
input[type=range]::-webkit-slider-runnable-track { height: 48px; background: transparent; }
input[type=range]::-webkit-slider-thumb { -webkit-appearance: none; width: 50px; height: 48px; border-radius: 8px; border: 1px solid #b8bec7;
  background: #fff url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23343a42' stroke-width='2.4' stroke-linecap='round'%3E%3Cpath d='M6 6l6 6-6 6M13 6l6 6-6 6'/%3E%3C/svg%3E") center / 22px no-repeat; }
table { width: 100%; border-collapse: collapse; font-size: 14px; } th, td { text-align: left; padding: 7px 8px; border-bottom: 1px solid #e6e8eb; overflow-wrap: normal; } .address { overflow-wrap: anywhere; } th { font-weight: 600; }
iframe { width: 100%; height: 220px; border: 1px solid #d5d9df; border-radius: 9px; background: #fff; }
.wheel { width: 44px; height: 44px; margin: 4px 0 18px; border-radius: 50%; border: 5px solid #e6e8eb; border-top-color: var(--accent); animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .wheel { animation: none; } }
.foot { padding: 14px 16px; text-align: center; font-size: 13px; color: #59606b; background: #fff; border-top: 1px solid #e6e8eb; }
@media (max-width: 760px) { .art { display: none !important; } .card { border-radius: 0; padding: 24px 20px; } .stage { align-items: start; } }
`;

/** Orange, with the card at the right of a broad picture. */
const TAOBAO = `
.taobao { --accent: #cf3f00; --accent-dark: #a93300; --tint: #fff4ec; --focus: #1a73e8; --ground: #fff4ec; }
.taobao .stage { grid-template-columns: minmax(0, 1fr) 420px; gap: 40px; padding: 40px clamp(16px, 6vw, 72px); background: linear-gradient(120deg, #ff8a3c, #ff5000 70%); }
.taobao .art { color: #fff; } .taobao .art svg { width: min(100%, 430px); display: block; margin: 0 auto; }
.taobao .art p { text-align: center; font-size: 28px; font-weight: 700; margin: 6px 0 0; color: #45180a; } .taobao .art .en { display: block; color: #45180a; font-weight: 400; font-size: 16px; }
.taobao .card { box-shadow: 0 18px 50px #7a260055; }
@media (max-width: 760px) { .taobao .stage { grid-template-columns: 1fr; padding: 0; background: #fff; } .taobao .card { box-shadow: none; } }
`;

/** Blue and sober, one split card in the middle. */
const WHOLESALE = `
.site-1688 { --accent: #1552c8; --accent-dark: #0f3f9c; --tint: #edf3fd; --focus: #c8511b; --ground: #e9edf3; }
.site-1688 .top { background: #14213d; color: #fff; border: 0; } .site-1688 .top .en { color: #c9d3e6; }
.site-1688 .stage { grid-template-columns: 320px minmax(0, 440px); justify-content: center; align-items: stretch; align-content: center; padding: 40px 16px; }
.site-1688 .art { background: #1d3261; color: #fff; border-radius: 14px 0 0 14px; padding: 34px 28px; display: flex; flex-direction: column; justify-content: center; }
.site-1688 .art svg { width: 100%; display: block; } .site-1688 .art p { font-size: 22px; font-weight: 700; margin: 22px 0 0; } .site-1688 .art .en { display: block; color: #c9d3e6; font-weight: 400; font-size: 14px; }
.site-1688 .card { border-radius: 0 14px 14px 0; padding: 34px 36px; }
@media (max-width: 760px) { .site-1688 .stage { grid-template-columns: minmax(0, 440px); padding: 0; align-content: start; background: #fff; } .site-1688 .card { border-radius: 0; padding: 24px 20px; } }
`;

/** The whole style sheet: it stands in the page, so that a page needs nothing but itself. */
export const STYLES = COMMON + TAOBAO + WHOLESALE;
