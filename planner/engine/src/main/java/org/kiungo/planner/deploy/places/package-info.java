/** Where a link can end or a site can stand, and what lies near. */
package org.kiungo.planner.deploy.places;
