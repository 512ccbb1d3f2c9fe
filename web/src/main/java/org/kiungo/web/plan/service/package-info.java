/** E-services asked of a plan. */
package org.kiungo.web.plan.service;
