/** What e-services need, where they may run, and how their facts are held. */
package org.kiungo.planner.model.service;
