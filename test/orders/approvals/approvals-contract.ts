import { ulid } from 'ulid';
import type { Approval, Approvals } from '../../../lambda/orders/approvals/approvals.ts';

const BEFORE = '2026-01-01T10:30:00.000Z';
const AFTER = '2026-01-01T11:30:00.000Z';

/** The contract of approvals. */
export function describeApprovals(where: string, approvalsThere: () => Approvals): void {
  describe(`approvals in ${where}`, () => {
    async function waiting(approvals: Approvals, now: string, limit = 100): Promise<string[]> {
      const listed: string[] = [];
      let page = await approvals.pending(now, limit);
      for (;;) {
        expect(page.items.length).toBeLessThanOrEqual(limit);
        listed.push(...page.items.map(({ orderId }) => orderId));
        if (!page.next) return listed;
        page = await approvals.pending(now, limit, page.next);
      }
    }

    async function opened() {
      const approvals = approvalsThere();
      const request: Approval = {
        orderId: ulid(),
        token: 'first',
        attempt: 1,
        requestedAt: '2026-01-01T10:00:00.000Z',
        expiresAt: '2026-01-01T11:00:00.000Z',
      };
      expect(await approvals.open(request)).toEqual(request);
      return { approvals, request, orderId: request.orderId };
    }

    test('wait for an operator until they end', async () => {
      const { approvals, orderId } = await opened();
      expect(await waiting(approvals, BEFORE)).toContain(orderId);
      await approvals.end(orderId, 'DENIED', 'operator', BEFORE);
      expect(await waiting(approvals, BEFORE)).not.toContain(orderId);
    });

    test('do not wait for an operator after they expire', async () => {
      const { approvals, orderId } = await opened();
      expect(await waiting(approvals, AFTER)).not.toContain(orderId);
    });

    test('are listed page by page, each once', async () => {
      const { approvals, orderId } = await opened();
      const { orderId: another } = await opened();
      const listed = await waiting(approvals, BEFORE, 1);
      expect(listed).toEqual(expect.arrayContaining([orderId, another]));
      expect(new Set(listed).size).toBe(listed.length);
    });

    test('end with the first decision, and store who made it', async () => {
      const { approvals, orderId } = await opened();
      expect(await approvals.end(orderId, 'APPROVED', 'ann', BEFORE)).toMatchObject({
        end: 'APPROVED',
        decidedBy: 'ann',
      });
      expect(await approvals.end(orderId, 'DENIED', 'bob', BEFORE)).toMatchObject({
        end: 'APPROVED',
        decidedBy: 'ann',
      });
    });

    test('accept no decision after they expire', async () => {
      const { approvals, orderId } = await opened();
      const open = await approvals.end(orderId, 'APPROVED', 'ann', AFTER);
      expect(open).toMatchObject({ orderId });
      expect(open).not.toHaveProperty('end');
      expect(await approvals.end(orderId, 'EXPIRED', 'the workflow')).toMatchObject({ end: 'EXPIRED' });
    });

    test('expire at the time that was given, not after it', async () => {
      const { approvals, orderId, request } = await opened();
      expect(await waiting(approvals, request.expiresAt)).not.toContain(orderId);
      expect(await approvals.end(orderId, 'APPROVED', 'ann', request.expiresAt)).not.toHaveProperty('end');
    });

    test('have one end if several are decided at the same time', async () => {
      const { approvals, orderId } = await opened();
      const decisions = (['APPROVED', 'DENIED', 'APPROVED', 'DENIED'] as const).map((decision, operator) =>
        approvals.end(orderId, decision, `operator ${operator}`, BEFORE),
      );
      const ended = await Promise.all(decisions);
      expect(new Set(ended.map((each) => `${each?.end} by ${each?.decidedBy}`)).size).toBe(1);
    });

    test('are answered with the newest token, unless they have ended', async () => {
      const { approvals, orderId, request } = await opened();
      expect(await approvals.open({ ...request, token: 'second' })).toMatchObject({ token: 'second' });
      await approvals.end(orderId, 'APPROVED', 'ann', BEFORE);
      expect(await approvals.open({ ...request, token: 'third' })).toMatchObject({ token: 'second', end: 'APPROVED' });
      expect(await approvals.find(orderId)).toMatchObject({ token: 'second' });
    });

    test('keep the newest token if an older request arrives late', async () => {
      const { approvals, orderId, request } = await opened();
      // By the clock of its function, the second request expires before the first one.
      await approvals.open({ ...request, token: 'second', attempt: 2, expiresAt: '2026-01-01T10:59:00.000Z' });
      expect(await approvals.find(orderId)).toMatchObject({ token: 'second' });
      expect(await approvals.open(request)).toMatchObject({ token: 'second' });
      expect(await approvals.find(orderId)).toMatchObject({ token: 'second' });
    });

    test('are not decided if they were not requested', async () => {
      expect(await approvalsThere().end(ulid(), 'APPROVED', 'ann', BEFORE)).toBeUndefined();
    });

    test('are over if the order ended before they were requested', async () => {
      const [approvals, orderId] = [approvalsThere(), ulid()];
      const ended = { orderId, end: 'CANCELLED', decidedBy: 'the order workflow' };
      expect(await approvals.end(orderId, 'CANCELLED', 'the order workflow')).toMatchObject(ended);
      const request = { orderId, token: 'late', attempt: 1, requestedAt: BEFORE, expiresAt: AFTER };
      expect(await approvals.open(request)).toMatchObject(ended);
      expect(await approvals.end(orderId, 'APPROVED', 'ann', BEFORE)).toMatchObject(ended);
      expect(await waiting(approvals, BEFORE)).not.toContain(orderId);
    });
  });
}
