/** What serving each place costs an operator and brings in, and what public money is missing. */
package org.kiungo.planner.verify.accounts;
