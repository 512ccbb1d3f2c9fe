package org.kiungo.planner.partner.condition;

/** Keeps what it helps to build to itself: not together with a partner who asks for open access. */
public record ClosedAccess() implements Condition {}
