import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetsBeside } from '../../../shared/export/between-sessions.ts';
import { sheetsBetween } from '../../helpers/told-arbitrary.ts';

const courses = fc
  .array(fc.integer({ min: 0, max: 9_000_000 }), { minLength: 1, maxLength: 6 })
  .map((moments) => moments.map((createdAt, index) => ({ sessionId: `session-${index}`, createdAt })));

it('each questionnaire between the sessions of a course leaves beside exactly one of them: the last made before it, else the first', () => {
  fc.assert(
    fc.property(courses, sheetsBetween, (course, sheets) => {
      const besideOf = course.map(({ sessionId, createdAt }) => ({
        createdAt,
        ids: sheetsBeside(sessionId, course, sheets).map(({ sheetId }) => sheetId),
      }));
      expect(besideOf.flatMap(({ ids }) => ids).toSorted()).toEqual(sheets.map(({ sheetId }) => sheetId).toSorted());
      for (const { sheetId, askedAt } of sheets) {
        const at = besideOf.find(({ ids }) => ids.includes(sheetId))?.createdAt ?? -1;
        const earlier = course.map(({ createdAt }) => createdAt).filter((made) => made <= askedAt);
        expect(at).toBe(
          earlier.length > 0 ? Math.max(...earlier) : Math.min(...course.map(({ createdAt }) => createdAt)),
        );
      }
      expect(sheetsBeside('another', course, sheets)).toEqual([]);
    }),
  );
});
