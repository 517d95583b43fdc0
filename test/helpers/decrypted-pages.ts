import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** SQLCipher 4: pages of 4 KiB, at their end 16 bytes IV and 64 bytes of signature; page 1 begins with 16 bytes of salt. */
const PAGE = 4_096;
const IV = 16;
const RESERVED = 80;
const SALT = 16;

/** Every page of a closed record file as SQLite sees it, free ones included: what somebody with the key could dig for. */
export function decryptedPages(file: string, key: Uint8Array): Buffer {
  const bytes = readFileSync(file);
  const pages = Array.from({ length: bytes.length / PAGE }, (_, index) => {
    const page = bytes.subarray(index * PAGE, (index + 1) * PAGE);
    const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + IV);
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const content = page.subarray(index === 0 ? SALT : 0, PAGE - RESERVED);
    return Buffer.concat([decipher.update(content), decipher.final()]);
  });
  return Buffer.concat(pages);
}
