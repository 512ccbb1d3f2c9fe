/** What questions compare rows and cells with: who lives where, which areas are counted. */
package org.kiungo.geodata.judge.ground;
