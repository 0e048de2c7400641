import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
// First of all: it takes the token out of the address before the router reads the address.
import '#desktop'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
createRoot(root).render(<App />)
