package org.kiungo.planner.partner.condition;

/**
 * Pays only for projects that are open to every operator: not together with a partner who keeps
 * what it builds to itself.
 */
public record OpenAccess() implements Condition {}
