/** First plans, and plans brought within their budget. */
package org.kiungo.planner.deploy.construct;
