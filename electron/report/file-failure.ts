import { failure, type Failure } from '../../shared/ipc/answer.ts';

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const gone = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EHOSTDOWN', 'ESTALE'];
const closed = ['EACCES', 'EPERM', 'EROFS'];

/** Why a file could not be written where somebody wanted it. Nothing of it lies there then. */
export function fileFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (full.includes(code)) return failure('unavailable', 'export.full');
  if (gone.includes(code)) return failure('unavailable', 'export.folderGone');
  if (closed.includes(code)) return failure('unavailable', 'export.readOnly');
  return failure('unavailable', 'export.notWritten');
}
