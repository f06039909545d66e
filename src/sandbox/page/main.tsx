import { createRoot } from 'react-dom/client'
import { SandboxPage } from './sandbox-page.tsx'

const root = document.getElementById('page')
if (root) createRoot(root).render(<SandboxPage />)
