package org.kiungo.planner.verify.check;

/**
 * What keeps a plan that breaks no rule from being proven.
 *
 * @param code screens word it under {@code verdict.open.<code>}
 * @param what it is about: a method, a file, a version; empty where there is nothing to name
 */
public record Open(String code, String what) {}
