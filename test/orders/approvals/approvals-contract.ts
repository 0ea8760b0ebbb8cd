import { ulid } from 'ulid';
import type { ApprovalDecisions, Approvals } from '../../../lambda/orders/approvals/approvals.ts';
import type { OrderDecision } from '../../../lambda/orders/decisions/decision-record.ts';

const BEFORE = '2026-01-01T10:30:00.000Z';
const AFTER = '2026-01-01T11:30:00.000Z';

/** Approvals under test, with the decisions of operators on them. */
export interface ApprovalsUnderTest {
  readonly approvals: Approvals;
  readonly decisions: ApprovalDecisions;
  /** Returns the recorded decisions on an order. */
  recorded(orderId: string): Promise<readonly Partial<OrderDecision>[]>;
}

/** The contract of approvals. */
export function describeApprovals(where: string, approvalsThere: () => ApprovalsUnderTest): void {
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
      const { approvals, ...there } = approvalsThere();
      const request = {
        orderId: ulid(),
        token: 'first',
        attempt: 1,
        requestedAt: '2026-01-01T10:00:00.000Z',
        expiresAt: '2026-01-01T11:00:00.000Z',
      };
      expect(await approvals.open(request)).toEqual(request);
      return { ...there, approvals, request, orderId: request.orderId };
    }

    test('wait for an operator until they end', async () => {
      const { approvals, decisions, orderId } = await opened();
      expect(await waiting(approvals, BEFORE)).toContain(orderId);
      await decisions.decide(orderId, 'DENIED', 'operator', BEFORE);
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
      const { decisions, orderId } = await opened();
      expect(await decisions.decide(orderId, 'APPROVED', 'ann', BEFORE)).toMatchObject({
        end: 'APPROVED',
        decidedBy: 'ann',
      });
      expect(await decisions.decide(orderId, 'DENIED', 'bob', BEFORE)).toMatchObject({
        end: 'APPROVED',
        decidedBy: 'ann',
      });
    });

    test('accept no decision after they expire', async () => {
      const { approvals, decisions, orderId } = await opened();
      const open = await decisions.decide(orderId, 'APPROVED', 'ann', AFTER);
      expect(open).toMatchObject({ orderId });
      expect(open).not.toHaveProperty('end');
      expect(await approvals.end(orderId, 'EXPIRED', 'the workflow')).toMatchObject({ end: 'EXPIRED' });
    });

    test('expire at the time that was given, not after it', async () => {
      const { approvals, decisions, orderId, request } = await opened();
      expect(await waiting(approvals, request.expiresAt)).not.toContain(orderId);
      expect(await decisions.decide(orderId, 'APPROVED', 'ann', request.expiresAt)).not.toHaveProperty('end');
    });

    test('have one end if several are decided at the same time', async () => {
      const { decisions, orderId } = await opened();
      const operators = (['APPROVED', 'DENIED', 'APPROVED', 'DENIED'] as const).map((decision, operator) =>
        decisions.decide(orderId, decision, `operator ${operator}`, BEFORE),
      );
      const ended = await Promise.all(operators);
      expect(new Set(ended.map((each) => `${each?.end} by ${each?.decidedBy}`)).size).toBe(1);
    });

    test('are answered with the newest token, unless they have ended', async () => {
      const { approvals, decisions, orderId, request } = await opened();
      expect(await approvals.open({ ...request, token: 'second' })).toMatchObject({ token: 'second' });
      await decisions.decide(orderId, 'APPROVED', 'ann', BEFORE);
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

    test('have one record of the decision, made with it', async () => {
      const { decisions, recorded, orderId } = await opened();
      await Promise.all(['ann', 'bob'].map((by) => decisions.decide(orderId, 'APPROVED', by, BEFORE)));
      await decisions.decide(orderId, 'DENIED', 'eve', BEFORE);
      const decided = await decisions.decide(orderId, 'APPROVED', 'ann', BEFORE);
      expect(await recorded(orderId)).toMatchObject([
        { kind: 'ORDER_APPROVED', orderId, by: decided?.decidedBy, at: BEFORE },
      ]);
    });

    test('have no record of a decision that was too late, or not made by an operator', async () => {
      const { approvals, decisions, recorded, orderId } = await opened();
      await decisions.decide(orderId, 'APPROVED', 'ann', AFTER);
      await approvals.end(orderId, 'CANCELLED', 'the customer');
      await decisions.decide(orderId, 'DENIED', 'ann', BEFORE);
      expect(await recorded(orderId)).toEqual([]);
    });

    test('forget a token that was answered, and no later one', async () => {
      const { approvals, orderId, request } = await opened();
      await approvals.forgetToken(orderId, 'another');
      expect(await approvals.find(orderId)).toEqual(request);
      await approvals.forgetToken(orderId, 'first');
      const { token: _, ...rest } = request;
      expect(await approvals.find(orderId)).toEqual(rest);
      await approvals.forgetToken(ulid(), 'first');
    });

    test('are not decided if they were not requested', async () => {
      expect(await approvalsThere().decisions.decide(ulid(), 'APPROVED', 'ann', BEFORE)).toBeUndefined();
    });

    test('are over if the order ended before they were requested', async () => {
      const { approvals, decisions } = approvalsThere();
      const orderId = ulid();
      const ended = { orderId, end: 'CANCELLED', decidedBy: 'the order workflow' };
      expect(await approvals.end(orderId, 'CANCELLED', 'the order workflow')).toMatchObject(ended);
      const request = { orderId, token: 'late', attempt: 1, requestedAt: BEFORE, expiresAt: AFTER };
      expect(await approvals.open(request)).toMatchObject(ended);
      expect(await decisions.decide(orderId, 'APPROVED', 'ann', BEFORE)).toMatchObject(ended);
      expect(await waiting(approvals, BEFORE)).not.toContain(orderId);
    });
  });
}
