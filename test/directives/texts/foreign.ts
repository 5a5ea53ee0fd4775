// Texts that are no Vietnamese, some of them directives with dates and departments.

export const FOREIGN: Readonly<Record<string, string>> = {
  English: `DIRECTIVE No. 18 on administrative reform
1. The Department of Home Affairs shall submit the plan before 30/11/2018 and report quarterly.
a) Complete at least 60% of the online services by the end of 2018, in coordination with others.
2. All departments shall report by 15 October 2018. The deadline is not extended.`,
  French: `CIRCULAIRE n° 12/2019 du 4 mars 2019 relative à la simplification administrative
1. Le directeur général établit un rapport trimestriel avant le 30/11/2019.
- Les préfets veillent à ce que 80 % des démarches soient dématérialisées d’ici à 2022 ;
- Délai : 15 jours à compter de la réception, à l’exception des cas prévus à l’article 7.`,
  German: `RUNDSCHREIBEN Nr. 7/2020
1. Das Ministerium übermittelt den Bericht bis spätestens 30.11.2020.
2. Mindestens 60 % der Verfahren müssen bis Ende 2022 elektronisch verfügbar sein.`,
  Chinese: `关于加强行政改革的通知
一、人事厅应于2018年11月30日前完成编制工作，并每季度报告。
二、到2025年，网上办理率达到80%以上。`,
  Indonesian: `INSTRUKSI GUBERNUR Nomor 5 Tahun 2021
1. Dinas Komunikasi menyusun laporan setiap triwulan dan menyampaikan sebelum 30/11/2021.
2. Paling sedikit 60% layanan harus tersedia secara daring sampai tahun 2022.`,
  Russian: `РАСПОРЯЖЕНИЕ № 12 от 04.03.2019
1. Министерству представить отчёт до 30.11.2019 и ежеквартально докладывать.`,
  Portuguese: `DESPACHO n.º 4/2020
1. A Secretaria deverá apresentar o relatório até 30/11/2020, com no mínimo 60% dos serviços.
2. Não é admitida prorrogação; a comunicação será trimestral.`,
  Thai: "ให้ทุกหน่วยงานรายงานผลภายในวันที่ 30/11/2561 และดำเนินการทุกไตรมาส",
};
