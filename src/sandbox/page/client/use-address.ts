import { useCallback, useEffect, useState } from 'react'
import { type Address, formatAddress, parseAddress, rememberedPerson } from './address.ts'

function currentAddress(): Address {
  const address = parseAddress(location.search, location.hash)
  return address.as ? address : { ...address, as: rememberedPerson() }
}

/** The address bar as state; going somewhere makes an entry of the browser's history, so Back works. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(currentAddress)
  useEffect(() => {
    history.replaceState(null, '', formatAddress(currentAddress()))
    const follow = () => setAddress(currentAddress())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = useCallback((change: Partial<Address>) => {
    const next = { ...currentAddress(), ...change }
    const path = formatAddress(next)
    if (path !== `${location.pathname}${location.search}${location.hash}`) history.pushState(null, '', path)
    setAddress(next)
  }, [])
  return [address, go]
}
