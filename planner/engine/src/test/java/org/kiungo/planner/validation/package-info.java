/** Results that others published, reproduced from their inputs. */
package org.kiungo.planner.validation;
