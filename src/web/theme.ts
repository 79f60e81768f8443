// Runs before the page is drawn. What was chosen once holds on every page of this server, in this browser.
const chosen = localStorage.getItem('theme')
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen

export {}
