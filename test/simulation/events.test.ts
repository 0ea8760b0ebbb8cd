import { deployedEvents } from './events/deployed-events.ts';
import { violationsAfter, violationsBefore } from './events/event-invariants.ts';
import { COMBINATIONS, EventsWorld } from './events/events-world.ts';

const settings = deployedEvents();

test('every event is published in order and has its effect once, with faults and outages of up to 30 hours', async () => {
  let [setAside, repeated] = [0, 0];
  for (let seed = 0; seed < COMBINATIONS; seed++) {
    const world = new EventsWorld(settings, seed);
    await world.run();
    const violations = violationsBefore(world);
    await world.operate();
    expect({ seed, violations: [...violations, ...violationsAfter(world)] }).toEqual({ seed, violations: [] });
    setAside += world.everSetAside.length;
    repeated += world.taken.length - new Set(world.taken.map(({ eventId }) => eventId)).size;
  }
  // The world has what it is made for: records that are set aside, and duplicates that reach the consumers.
  expect(setAside).toBeGreaterThan(COMBINATIONS / 2);
  expect(repeated).toBeGreaterThan(COMBINATIONS / 2);
}, 60_000);
