/**
 * Programmes of funders as partners to start from: published facts, and the terms assumed beside.
 */
package org.kiungo.geodata.partner;
