/** An element that sounds. */
export type SinkElement = Pick<HTMLMediaElement, 'muted' | 'setSinkId' | 'sinkId'>;

const underWay = new WeakMap<SinkElement, Promise<unknown>>();

/**
 * Puts an element on an output ('' is the system's own), after whatever was asked of it before.
 * @returns whether it is there; false where the output is gone. Never rejects
 */
export function setSink(node: SinkElement, deviceId: string): Promise<boolean> {
  const before = underWay.get(node) ?? Promise.resolve();
  const put = before.then(async () => {
    if (node.sinkId === deviceId) return true;
    return node.setSinkId(deviceId).then(
      () => true,
      () => false,
    );
  });
  underWay.set(node, put);
  return put;
}
