import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Closer } from '../peers/sound-server.ts';

/** QLC+ sends every universe so often, ms. */
export const QLC_FRAME_MS = 20;

/** One dimmer on channel 1 that a scene leads to full; it begins when the program has loaded. Line 0 is the loopback network. */
const workspace = (port: number, fadeMs: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Workspace>
<Workspace xmlns="http://www.qlcplus.org/Workspace" CurrentWindow="FunctionManager">
 <Creator><Name>Q Light Controller Plus</Name><Version>4.12.6</Version><Author>bench</Author></Creator>
 <Engine Autostart="1">
  <InputOutputMap>
   <Universe Name="bench" ID="0">
    <Output Plugin="E1.31" Line="0">
     <PluginParameters multicast="0" ucastIP="127.0.0.1" ucastPort="${port}" universe="1"/>
    </Output>
   </Universe>
  </InputOutputMap>
  <Fixture>
   <Manufacturer>Generic</Manufacturer><Model>Generic</Model><Mode>Generic</Mode>
   <ID>0</ID><Name>Dimmer</Name><Universe>0</Universe><Address>0</Address><Channels>1</Channels>
  </Fixture>
  <Function ID="1" Type="Scene" Name="Up">
   <Speed FadeIn="${fadeMs}" FadeOut="0" Duration="0"/><FixtureVal ID="0">0,255</FixtureVal>
  </Function>
 </Engine>
 <VirtualConsole/>
 <SimpleDesk/>
</Workspace>
`;

/** QLC+ without a screen, fading by itself; its process id, or null where it is not installed. */
export async function startQlcFade(port: number, fadeMs: number, close: Closer): Promise<number | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'qlcplus-'));
  close.add(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'bench.qxw');
  writeFileSync(file, workspace(port, fadeMs));
  const child = spawn('qlcplus', ['--nowm', '--nogui', '--open', file, '--operate'], {
    env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, QT_QPA_PLATFORM: 'offscreen' },
    stdio: 'ignore',
  });
  const started = await Promise.race([once(child, 'spawn').then(() => true), once(child, 'error').then(() => false)]);
  if (!started || child.pid === undefined) return null;
  close.add(async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  });
  return child.pid;
}
