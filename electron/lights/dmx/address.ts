/** A host as the clinic entered it (`hostSchema`), with the usual port where it names none. */
export function addressOf(entered: string, usualPort: number): { readonly host: string; readonly port: number } {
  const [, host = entered, port] = /^(.*?)(?::([0-9]+))?$/.exec(entered) ?? [];
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: port === undefined ? usualPort : Number(port) };
}
