import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, rememberedLanguage, speak } from './i18n.js';
import { forgetEndedSweeps } from './pages/sweep/kept-sweep.js';
import { router } from './router.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/print.css';

const app = createApp(App).use(createPinia()).use(i18n);

forgetEndedSweeps(localStorage, Date.now());

// The words come first: no page is ever shown with the names of its messages.
await speak(rememberedLanguage());
app.use(router).mount('#app');
