/**
 * Runs before anything is painted, inline in each page's head: the remembered theme, and the sign that scripts work.
 * Kept as text because it has to be there before any module.
 */
export const THEME_EARLY = `(r=>{r.classList.add('js');try{const t=localStorage.getItem('theme');if(t)r.dataset.theme=t}catch{}})(document.documentElement)`;
