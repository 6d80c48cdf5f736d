/**
 * Runs as soon as the slides are there, inline, before reveal.js has come: shows the slide that the address names where
 * reveal.js will put it, with its very scale, so that nothing moves when it takes over. Without it for eight seconds,
 * the slides stand one under the other, as without scripts. Kept as text because it has to be there before any module.
 */
export const DECK_EARLY = `(d=>{
const r=d.documentElement,s=d.querySelector('.slides'),n=decodeURIComponent(location.hash.slice(2)),
w=innerWidth,h=innerHeight,k=Math.round(Math.min(2,Math.max(.2,Math.min(w/1280,h/720)))*100)/100;
((/^\\d+$/.test(n)?s.children[n-1]:n&&d.getElementById(n)?.closest('.slides>section'))||s.children[0]).classList.add('present');
if(k!==1)Object.assign(s.style,{left:'50%',top:'50%',right:'auto',bottom:'auto',transform:'translate(-50%,-50%) scale('+k+')'});
setTimeout(()=>r.classList.contains('deck')||r.classList.remove('js'),8e3)
})(document)`.replaceAll('\n', '');
