import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import Components from 'unplugin-vue-components/vite';
import { defaultClientConditions, defineConfig } from 'vite';
import { keptPages } from './kept/plugin.js';

/** Where the pages find the API while they are being worked on; a built web is served by the API itself. */
const api = process.env['JIAYUAN_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    vue(),
    Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    keptPages(),
  ],
  // The private condition lets the browser use the sources of the pure libraries, as the server's tests do.
  resolve: { conditions: ['@jiayuan/source', ...defaultClientConditions] },
  define: {
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    // What every page needs comes in two files instead of forty: an old office network counts requests, not bytes.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@?vue|vue-router|vue-i18n|@intlify|pinia|openapi-fetch)/ },
            { name: 'frame', test: /apps\/web\/src\/(?!pages|messages|charts|fields\/(Day|Form)|frame\/Moment)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api } },
});
